using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>The design in days and indices.</summary>
internal sealed class DesignCompiler(ResolvedDesign design, ResolvedTruth truth, ProblemList problems)
{
    /// <summary>The compiled design.</summary>
    public TrialDesign Compile() => new(
        design.Patients,
        design.Arms,
        Compile(design.Allocation),
        design.MaxFollowUp.Value?.Days ?? double.PositiveInfinity,
        [.. design.Endpoints.Select(endpoint => endpoint.Compiled)],
        [.. design.Looks.Select(look => new Look(look.Name, Compile(look.When)) { DecidedAfterDays = look.DecidedAfter.Days })],
        [.. design.Analyses.Select(Compile)])
    {
        Protocol = ProtocolCompiler.Compile(design.Protocol, problems),
        Testing = new TestingPlan(
            [.. design.Sequential.SelectMany(test => test.Compiled.Sequential)],
            [.. design.Sequential.SelectMany(test => test.Compiled.TwoStage)])
        { Families = design.Testing.Family.Compiled, FamilyMembers = [.. design.Testing.Family.Members.Select(member => member.Index)] },
        Decisions = [.. design.Decisions.Select(decision => decision.Compiled)],
    };

    private Allocation Compile(ResolvedAllocation allocation) => new(allocation.Method, allocation.Weights, allocation.BlockSizes, Stratify(allocation.Strata))
    {
        FavouredProbability = allocation.FavouredProbability,
        Factors =
        [
            .. allocation.Factors.Zip(
                allocation.FactorWeights, (factor, weight) => new MinimisationFactor(new StratificationFactor(factor.Index, LevelCount(factor)), weight)),
        ],
        Imbalance = allocation.Imbalance,
        Adaptation = allocation.Adaptation,
    };

    private static ImmutableArray<int> Indices(ImmutableArray<Reference> references) => [.. references.Select(reference => reference.Index)];

    private static Comparison Compile(Pair pair) => new(pair.Experimental.Index, pair.Control.Index);

    private static LookTrigger Compile(ResolvedTrigger trigger) => trigger switch
    {
        ResolvedTrigger.TrialTime time => new TrialTimeReached(new TrialDay(time.Time.Days)),
        ResolvedTrigger.FollowUp followUp => new LastPatientFollowedUp(followUp.Time.Days),
        ResolvedTrigger.Randomised randomised => new PatientsRandomised(randomised.Count),
        ResolvedTrigger.FollowedUp followedUp => new PatientsFollowedUp(followedUp.Count, followedUp.For.Days),
        ResolvedTrigger.Events events => new EventsSeen(events.Endpoint.Index, events.Count, Indices(events.Arms)),
        ResolvedTrigger.Any any => new AnyTrigger([.. any.Parts.Select(Compile)]),
        ResolvedTrigger.All all => new AllTriggers([.. all.Parts.Select(Compile)]),
        _ => throw new InvalidOperationException("A trigger of an unknown kind."),
    };

    private Stratification Stratify(ImmutableArray<Reference> factors) => factors.IsEmpty
        ? Stratification.None
        : new Stratification([.. factors.Select(factor => new StratificationFactor(factor.Index, LevelCount(factor)))]);

    private int LevelCount(Reference factor) => factor.Index == StratificationFactor.Site
        ? truth.Sites.Compiled.Count
        : ((CategoricalDistribution)truth.Covariates[factor.Index].Distribution).Levels.Length;

    private Analysis Compile(ResolvedAnalysis analysis) => CompileMethod(analysis) with { FollowedForDays = analysis.FollowedFor.Days };

    private Analysis CompileMethod(ResolvedAnalysis analysis)
    {
        ImmutableArray<int> looks = Indices(analysis.Looks);
        int endpoint = analysis.Endpoint.Index;
        return analysis.Method switch
        {
            ResolvedMethod.LogRank test => new LogRankAnalysis(
                analysis.Name, endpoint, looks, Compile(test.Compare), Stratify(test.Strata), test.Weight.Weight, CriterionOf(analysis))
            { NullHazardRatio = RatioOf(test.Margin) },
            ResolvedMethod.MaxCombo test => new MaxComboAnalysis(
                analysis.Name,
                endpoint,
                looks,
                Compile(test.Compare),
                Stratify(test.Strata),
                [.. test.Weights.Select(weight => weight.Weight)],
                CriterionOf(analysis)),
            ResolvedMethod.GlobalLogRank test => new GlobalLogRankAnalysis(
                analysis.Name, endpoint, looks, Stratify(test.Strata), test.Weight.Weight, CriterionOf(analysis)),
            ResolvedMethod.Trend test => new TrendAnalysis(
                analysis.Name, endpoint, looks, test.Scores, Stratify(test.Strata), test.Weight.Weight, CriterionOf(analysis)),
            ResolvedMethod.Cox cox => new CoxAnalysis(
                analysis.Name, endpoint, looks, Compile(cox.Compare), Stratify(cox.Strata), cox.Confidence, CriterionOf(analysis))
            { NullHazardRatio = RatioOf(cox.Margin) },
            ResolvedMethod.Median median => new KaplanMeierMedianAnalysis(
                analysis.Name, endpoint, looks, Indices(median.Arms), median.Confidence, median.Interval),
            ResolvedMethod.Milestone milestone => new MilestoneAnalysis(
                analysis.Name,
                endpoint,
                looks,
                milestone.Time.Days,
                Indices(milestone.Arms),
                [.. milestone.Compare.Select(Compile)],
                milestone.Confidence,
                milestone.Interval,
                milestone.Test,
                CriterionOf(analysis)),
            ResolvedMethod.RestrictedMean mean => new RestrictedMeanAnalysis(
                analysis.Name,
                endpoint,
                looks,
                mean.Horizon.Days,
                Indices(mean.Arms),
                [.. mean.Compare.Select(Compile)],
                mean.Contrast,
                mean.Variance,
                mean.Confidence,
                CriterionOf(analysis)),
            ResolvedMethod.FollowUp followUp => new MedianFollowUpAnalysis(
                analysis.Name, endpoint, looks, Indices(followUp.Arms), followUp.Confidence, followUp.Interval),
            ResolvedMethod.CumulativeIncidence incidence => new CumulativeIncidenceAnalysis(
                analysis.Name, endpoint, looks, incidence.Time.Days, Indices(incidence.Arms), incidence.Confidence, incidence.Interval),
            ResolvedMethod.Proportion proportion => new ProportionAnalysis(
                analysis.Name, endpoint, looks, Indices(proportion.Arms), proportion.Confidence, proportion.Interval),
            ResolvedMethod.ChiSquare test => new ChiSquareAnalysis(
                analysis.Name, endpoint, looks, Compile(test.Compare), test.Correction, test.Confidence, CriterionOf(analysis))
            { Margin = test.Margin.IsEmpty ? 0.0 : test.Margin[0] },
            ResolvedMethod.Fisher test => new FisherAnalysis(analysis.Name, endpoint, looks, Compile(test.Compare), test.Confidence, CriterionOf(analysis)),
            ResolvedMethod.Mean mean => new MeanAnalysis(analysis.Name, endpoint, looks, Indices(mean.Arms), mean.Confidence),
            ResolvedMethod.TTest test => new TTestAnalysis(
                analysis.Name, endpoint, looks, Compile(test.Compare), test.Variances, test.Confidence, CriterionOf(analysis))
            { Margin = test.Margin.IsEmpty ? 0.0 : test.Margin[0] },
            ResolvedMethod.ExactBinomial test => new ExactBinomialAnalysis(
                analysis.Name, endpoint, looks, test.Arm.Index, test.NullProbability, test.Confidence, test.Interval, CriterionOf(analysis)),
            ResolvedMethod.OneSampleLogRank test => new OneSampleLogRankAnalysis(
                analysis.Name, endpoint, looks, test.Arm.Index, test.NullHazard.Hazard, test.Confidence, CriterionOf(analysis)),
            ResolvedMethod.Posterior posterior => new PosteriorProbabilityAnalysis(analysis.Name, endpoint, looks, posterior.Asked.Compiled, posterior.Threshold),
            ResolvedMethod.Predictive predictive => new PredictiveProbabilityAnalysis(
                analysis.Name, endpoint, looks, predictive.Asked.Compiled, predictive.FinalThreshold, predictive.End, predictive.Threshold),
            ResolvedMethod.GroupLogRank test => new GroupLogRankAnalysis(
                analysis.Name, endpoint, looks, test.Divided.Compiled, test.Weight.Weight, CriterionOf(analysis)),
            ResolvedMethod.GroupCox cox => new GroupCoxAnalysis(analysis.Name, endpoint, looks, cox.Divided.Compiled, cox.Confidence, CriterionOf(analysis)),
            ResolvedMethod.GroupMedian median => new GroupMedianAnalysis(
                analysis.Name, endpoint, looks, median.Divided.Compiled, median.Confidence, median.Interval),
            _ => throw new InvalidOperationException("A method of an unknown kind."),
        };
    }

    private static double RatioOf(ImmutableArray<double> margin) => margin.IsEmpty ? 1.0 : margin[0];

    private RejectionCriterion CriterionOf(ResolvedAnalysis analysis) =>
        new(design.Testing.OneSidedAlphaOf(analysis.Name), analysis.Method.IsNonInferiority ? RejectionSides.Benefit : design.Testing.Sides);
}
