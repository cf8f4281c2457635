using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Resolved analysis to the document that says all of it.</summary>
internal static class ResolvedAnalysisDocument
{
    /// <summary>The document.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="arms">All arms of the design.</param>
    public static AnalysisDocument Of(ResolvedAnalysis analysis, ImmutableArray<Arm> arms)
    {
        AnalysisDocument document = new() { Endpoint = analysis.Endpoint.Name, At = NamesOf(analysis.Looks) };
        return analysis.Method switch
        {
            ResolvedMethod.LogRank test => document with
            {
                Method = AnalysisMethod.LogRank,
                Weight = test.Weight.Written,
                Compare = PairOf(test.Compare),
                Strata = NamesOf(test.Strata),
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
            },
            ResolvedMethod.Median median => document with
            {
                Method = AnalysisMethod.KaplanMeierMedian,
                Arms = NamesOf(median.Arms),
                Confidence = median.Confidence,
                Interval = median.Interval,
            },
            ResolvedMethod.Milestone milestone => document with
            {
                Method = AnalysisMethod.Milestone,
                Time = milestone.Time,
                Test = milestone.Compare.IsEmpty ? null : milestone.Test,
                Arms = NamesOf(milestone.Arms),
                Compare = PairOf(milestone.Compare),
                Confidence = milestone.Confidence,
                Interval = milestone.Interval,
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
                Interval = followUp.Interval,
            },
            _ => throw new InvalidOperationException("A method of an unknown kind."),
        };
    }

    private static OrNone<Listed<string>> PairOf(ImmutableArray<Pair> pairs) => pairs.IsEmpty ? OrNone<Listed<string>>.None : PairOf(pairs[0]);

    private static OrNone<Listed<string>> PairOf(Pair pair) => new(new Listed<string>([pair.Experimental.Name, pair.Control.Name]));

    private static Listed<string> NamesOf(ImmutableArray<Reference> references) => new([.. references.Select(reference => reference.Name)]);
}
