using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Resolved analysis to the document that says all of it.</summary>
internal static class ResolvedAnalysisDocument
{
    /// <summary>The document.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="arms">All arms of the design.</param>
    public static AnalysisDocument Of(ResolvedAnalysis analysis, ImmutableArray<Arm> arms)
    {
        AnalysisDocument document = new()
        {
            Endpoint = analysis.Endpoint.Name,
            At = NamesOf(analysis.Looks),
            FollowedFor = analysis.FollowedFor == Duration.Zero ? null : analysis.FollowedFor,
        };
        return analysis.Method switch
        {
            ResolvedMethod.LogRank test => document with
            {
                Method = AnalysisMethod.LogRank,
                Weight = test.Weight.Written,
                Compare = PairOf(test.Compare),
                Strata = NamesOf(test.Strata),
                Margin = MarginOf(test.Margin),
            },
            ResolvedMethod.MaxCombo test => document with
            {
                Method = AnalysisMethod.MaxCombo,
                Weights = new([.. test.Weights.Select(weight => weight.Written)]),
                Compare = PairOf(test.Compare),
                Strata = NamesOf(test.Strata),
            },
            ResolvedMethod.GlobalLogRank test => document with
            {
                Method = AnalysisMethod.GlobalLogRank,
                Weight = test.Weight.Written,
                Strata = NamesOf(test.Strata),
            },
            ResolvedMethod.Trend test => document with
            {
                Method = AnalysisMethod.LogRankTrend,
                Scores = new([.. arms.Select((arm, i) => KeyValuePair.Create<string, double?>(arm.Name, test.Scores[i]))]),
                Weight = test.Weight.Written,
                Strata = NamesOf(test.Strata),
            },
            ResolvedMethod.Cox cox => document with
            {
                Method = AnalysisMethod.Cox,
                Compare = PairOf(cox.Compare),
                Strata = NamesOf(cox.Strata),
                Confidence = cox.Confidence,
                Margin = MarginOf(cox.Margin),
            },
            ResolvedMethod.Median median => document with
            {
                Method = AnalysisMethod.KaplanMeierMedian,
                Arms = NamesOf(median.Arms),
                Confidence = median.Confidence,
                Interval = OfCurve(median.Interval),
            },
            ResolvedMethod.Milestone milestone => document with
            {
                Method = AnalysisMethod.Milestone,
                Time = milestone.Time,
                Test = milestone.Compare.IsEmpty ? null : milestone.Test,
                Arms = NamesOf(milestone.Arms),
                Compare = PairOf(milestone.Compare),
                Confidence = milestone.Confidence,
                Interval = OfCurve(milestone.Interval),
            },
            ResolvedMethod.RestrictedMean mean => document with
            {
                Method = AnalysisMethod.Rmst,
                Horizon = mean.Horizon,
                Contrast = mean.Compare.IsEmpty ? null : mean.Contrast,
                Variance = mean.Variance,
                Arms = NamesOf(mean.Arms),
                Compare = PairOf(mean.Compare),
                Confidence = mean.Confidence,
            },
            ResolvedMethod.FollowUp followUp => document with
            {
                Method = AnalysisMethod.MedianFollowUp,
                Arms = NamesOf(followUp.Arms),
                Confidence = followUp.Confidence,
                Interval = OfCurve(followUp.Interval),
            },
            ResolvedMethod.CumulativeIncidence incidence => document with
            {
                Method = AnalysisMethod.CumulativeIncidence,
                Time = incidence.Time,
                Arms = NamesOf(incidence.Arms),
                Confidence = incidence.Confidence,
                Interval = OfCurve(incidence.Interval),
            },
            ResolvedMethod.Proportion proportion => document with
            {
                Method = AnalysisMethod.Proportion,
                Arms = NamesOf(proportion.Arms),
                Confidence = proportion.Confidence,
                Interval = OfProportion(proportion.Interval),
            },
            ResolvedMethod.ChiSquare test => document with
            {
                Method = AnalysisMethod.ChiSquare,
                Compare = PairOf(test.Compare),
                Confidence = test.Confidence,
                Correction = test.Margin.IsEmpty ? test.Correction : null,
                Margin = MarginOf(test.Margin),
            },
            ResolvedMethod.Fisher test => document with { Method = AnalysisMethod.Fisher, Compare = PairOf(test.Compare), Confidence = test.Confidence },
            ResolvedMethod.Mean mean => document with { Method = AnalysisMethod.Mean, Arms = NamesOf(mean.Arms), Confidence = mean.Confidence },
            ResolvedMethod.TTest test => document with
            {
                Method = AnalysisMethod.TTest,
                Compare = PairOf(test.Compare),
                Confidence = test.Confidence,
                Variances = test.Variances,
                Margin = MarginOf(test.Margin),
            },
            ResolvedMethod.ExactBinomial test => document with
            {
                Method = AnalysisMethod.ExactBinomial,
                Arm = test.Arm.Name,
                NullProbability = test.NullProbability,
                Confidence = test.Confidence,
                Interval = OfProportion(test.Interval),
            },
            ResolvedMethod.OneSampleLogRank test => document with
            {
                Method = AnalysisMethod.OneSampleLogRank,
                Arm = test.Arm.Name,
                NullHazard = test.NullHazard.Written.Value,
                Confidence = test.Confidence,
            },
            ResolvedMethod.Posterior posterior => posterior.Asked.WrittenIn(document) with
            {
                Method = AnalysisMethod.PosteriorProbability,
                Threshold = posterior.Threshold,
            },
            ResolvedMethod.Predictive predictive => predictive.Asked.WrittenIn(document) with
            {
                Method = AnalysisMethod.PredictiveProbability,
                FinalThreshold = predictive.FinalThreshold,
                PatientsPerArm = predictive.End is PredictedEnd.PatientsPerArm patients ? patients.Count : null,
                FinalEvents = predictive.End is PredictedEnd.Events events ? events.Count : null,
                Threshold = predictive.Threshold,
            },
            ResolvedMethod.GroupLogRank test => document with
            {
                Method = AnalysisMethod.LogRank,
                Weight = test.Weight.Written,
                Arms = NamesOf(test.Arms),
                Groups = test.Divided.Written,
            },
            ResolvedMethod.GroupCox cox => document with
            {
                Method = AnalysisMethod.Cox,
                Arms = NamesOf(cox.Arms),
                Confidence = cox.Confidence,
                Groups = cox.Divided.Written,
            },
            ResolvedMethod.GroupMedian median => document with
            {
                Method = AnalysisMethod.KaplanMeierMedian,
                Arms = NamesOf(median.Arms),
                Confidence = median.Confidence,
                Interval = OfCurve(median.Interval),
                Groups = median.Divided.Written,
            },
            _ => throw new InvalidOperationException("A method of an unknown kind."),
        };
    }

    private static double? MarginOf(ImmutableArray<double> margin) => margin.IsEmpty ? null : margin[0];

    private static AnalysisInterval OfProportion(ProportionInterval interval) => Enum.Parse<AnalysisInterval>(interval.ToString());

    private static AnalysisInterval OfCurve(IntervalTransform transform) => Enum.Parse<AnalysisInterval>(transform.ToString());

    private static OrNone<Listed<string>> PairOf(ImmutableArray<Pair> pairs) => pairs.IsEmpty ? OrNone<Listed<string>>.None : PairOf(pairs[0]);

    private static OrNone<Listed<string>> PairOf(Pair pair) => new(new Listed<string>([pair.Experimental.Name, pair.Control.Name]));

    private static Listed<string> NamesOf(ImmutableArray<Reference> references) => new([.. references.Select(reference => reference.Name)]);
}
