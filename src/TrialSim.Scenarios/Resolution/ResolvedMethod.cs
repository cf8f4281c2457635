using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A statistical method with its figures. A closed set.</summary>
internal abstract record ResolvedMethod
{
    /// <summary>Log-rank test.</summary>
    /// <param name="Weight">Weight of event times.</param>
    /// <param name="Compare">The arms.</param>
    /// <param name="Strata">Factors.</param>
    public sealed record LogRank(ResolvedWeight Weight, Pair Compare, ImmutableArray<Reference> Strata) : ResolvedMethod
    {
        /// <summary>The margin of a test of non-inferiority: none or one.</summary>
        public ImmutableArray<double> Margin { get; init; } = [];
    }

    /// <summary>The largest of several log-rank tests.</summary>
    /// <param name="Weights">Their weights.</param>
    /// <param name="Compare">The arms.</param>
    /// <param name="Strata">Factors.</param>
    public sealed record MaxCombo(ImmutableArray<ResolvedWeight> Weights, Pair Compare, ImmutableArray<Reference> Strata) : ResolvedMethod;

    /// <summary>Log-rank test of all arms.</summary>
    /// <param name="Weight">Weight of event times.</param>
    /// <param name="Strata">Factors.</param>
    public sealed record GlobalLogRank(ResolvedWeight Weight, ImmutableArray<Reference> Strata) : ResolvedMethod;

    /// <summary>Test for trend.</summary>
    /// <param name="Scores">A number for each arm, in their order.</param>
    /// <param name="Weight">Weight of event times.</param>
    /// <param name="Strata">Factors.</param>
    public sealed record Trend(ImmutableArray<double> Scores, ResolvedWeight Weight, ImmutableArray<Reference> Strata) : ResolvedMethod;

    /// <summary>Cox regression.</summary>
    /// <param name="Compare">The arms.</param>
    /// <param name="Strata">Factors.</param>
    /// <param name="Confidence">Level of the interval.</param>
    public sealed record Cox(Pair Compare, ImmutableArray<Reference> Strata, double Confidence) : ResolvedMethod
    {
        /// <summary>The margin of a test of non-inferiority: none or one.</summary>
        public ImmutableArray<double> Margin { get; init; } = [];
    }

    /// <summary>Kaplan–Meier median.</summary>
    /// <param name="Arms">The arms.</param>
    /// <param name="Confidence">Level of the interval.</param>
    /// <param name="Interval">Scale of the interval.</param>
    public sealed record Median(ImmutableArray<Reference> Arms, double Confidence, IntervalTransform Interval) : ResolvedMethod;

    /// <summary>Survival at one time.</summary>
    /// <param name="Time">The time.</param>
    /// <param name="Test">Scale of the test.</param>
    /// <param name="Arms">The arms.</param>
    /// <param name="Compare">The arms whose difference is tested: none or one pair.</param>
    /// <param name="Confidence">Level of the intervals.</param>
    /// <param name="Interval">Scale of the intervals.</param>
    public sealed record Milestone(
        Duration Time,
        MilestoneTest Test,
        ImmutableArray<Reference> Arms,
        ImmutableArray<Pair> Compare,
        double Confidence,
        IntervalTransform Interval) : ResolvedMethod;

    /// <summary>Restricted mean survival time.</summary>
    /// <param name="Horizon">Up to when.</param>
    /// <param name="Contrast">What is tested.</param>
    /// <param name="Variance">Form of the variance.</param>
    /// <param name="Arms">The arms.</param>
    /// <param name="Compare">The arms that are tested: none or one pair.</param>
    /// <param name="Confidence">Level of the intervals.</param>
    public sealed record RestrictedMean(
        Duration Horizon,
        RestrictedMeanContrast Contrast,
        RestrictedMeanVariance Variance,
        ImmutableArray<Reference> Arms,
        ImmutableArray<Pair> Compare,
        double Confidence) : ResolvedMethod;

    /// <summary>Median potential follow-up.</summary>
    /// <param name="Arms">The arms.</param>
    /// <param name="Confidence">Level of the interval.</param>
    /// <param name="Interval">Scale of the interval.</param>
    public sealed record FollowUp(ImmutableArray<Reference> Arms, double Confidence, IntervalTransform Interval) : ResolvedMethod;

    /// <summary>Cumulative incidence.</summary>
    /// <param name="Time">By when.</param>
    /// <param name="Arms">The arms.</param>
    /// <param name="Confidence">Level of the intervals.</param>
    /// <param name="Interval">Scale of the intervals.</param>
    public sealed record CumulativeIncidence(Duration Time, ImmutableArray<Reference> Arms, double Confidence, IntervalTransform Interval) : ResolvedMethod;

    /// <summary>Shares of a binary endpoint.</summary>
    /// <param name="Arms">The arms.</param>
    /// <param name="Confidence">Level of the intervals.</param>
    /// <param name="Interval">Form of the intervals.</param>
    public sealed record Proportion(ImmutableArray<Reference> Arms, double Confidence, ProportionInterval Interval) : ResolvedMethod;

    /// <summary>Pearson's test.</summary>
    /// <param name="Compare">The arms.</param>
    /// <param name="Correction">Correction for continuity.</param>
    /// <param name="Confidence">Level of the interval.</param>
    public sealed record ChiSquare(Pair Compare, ContinuityCorrection Correction, double Confidence) : ResolvedMethod
    {
        /// <summary>The margin of a test of non-inferiority: none or one.</summary>
        public ImmutableArray<double> Margin { get; init; } = [];
    }

    /// <summary>Fisher's exact test.</summary>
    /// <param name="Compare">The arms.</param>
    /// <param name="Confidence">Level of the interval.</param>
    public sealed record Fisher(Pair Compare, double Confidence) : ResolvedMethod;

    /// <summary>Means.</summary>
    /// <param name="Arms">The arms.</param>
    /// <param name="Confidence">Level of the intervals.</param>
    public sealed record Mean(ImmutableArray<Reference> Arms, double Confidence) : ResolvedMethod;

    /// <summary>The t test.</summary>
    /// <param name="Compare">The arms.</param>
    /// <param name="Variances">One variance, or one each.</param>
    /// <param name="Confidence">Level of the interval.</param>
    public sealed record TTest(Pair Compare, VarianceForm Variances, double Confidence) : ResolvedMethod
    {
        /// <summary>The margin of a test of non-inferiority: none or one.</summary>
        public ImmutableArray<double> Margin { get; init; } = [];
    }

    /// <summary>Log-rank test of groups of patients.</summary>
    /// <param name="Divided">The groups.</param>
    /// <param name="Arms">The arms whose patients are divided.</param>
    /// <param name="Weight">Weight of event times.</param>
    public sealed record GroupLogRank(ResolvedGroups Divided, ImmutableArray<Reference> Arms, ResolvedWeight Weight) : ResolvedMethod;

    /// <summary>Cox regression on groups of patients.</summary>
    /// <param name="Divided">The groups.</param>
    /// <param name="Arms">The arms whose patients are divided.</param>
    /// <param name="Confidence">Level of the interval.</param>
    public sealed record GroupCox(ResolvedGroups Divided, ImmutableArray<Reference> Arms, double Confidence) : ResolvedMethod;

    /// <summary>Medians of groups of patients.</summary>
    /// <param name="Divided">The groups.</param>
    /// <param name="Arms">The arms whose patients are divided.</param>
    /// <param name="Confidence">Level of the intervals.</param>
    /// <param name="Interval">Scale of the intervals.</param>
    public sealed record GroupMedian(ResolvedGroups Divided, ImmutableArray<Reference> Arms, double Confidence, IntervalTransform Interval) : ResolvedMethod;

    /// <summary>Exact test of one share.</summary>
    /// <param name="Arm">The arm.</param>
    /// <param name="NullProbability">Under the null hypothesis.</param>
    /// <param name="Confidence">Level of the interval.</param>
    /// <param name="Interval">Form of the interval.</param>
    public sealed record ExactBinomial(Reference Arm, double NullProbability, double Confidence, ProportionInterval Interval) : ResolvedMethod;

    /// <summary>Log-rank test of one arm.</summary>
    /// <param name="Arm">The arm.</param>
    /// <param name="NullHazard">The hazard under the null hypothesis.</param>
    /// <param name="Confidence">Level of the interval.</param>
    public sealed record OneSampleLogRank(Reference Arm, ResolvedHazard.Single NullHazard, double Confidence) : ResolvedMethod;

    /// <summary>Posterior probability.</summary>
    /// <param name="Asked">What is hoped for.</param>
    /// <param name="Threshold">When it rejects.</param>
    public sealed record Posterior(ResolvedQuestion Asked, double Threshold) : ResolvedMethod;

    /// <summary>Predictive probability.</summary>
    /// <param name="Asked">What is hoped for.</param>
    /// <param name="FinalThreshold">Posterior probability that counts as success.</param>
    /// <param name="End">What the end is known by.</param>
    /// <param name="Threshold">When it rejects.</param>
    public sealed record Predictive(ResolvedQuestion Asked, double FinalThreshold, PredictedEnd End, double Threshold) : ResolvedMethod;

    /// <summary>Whether it tests, and so can reject.</summary>
    public bool IsTest => this is LogRank or MaxCombo or GlobalLogRank or Trend or Cox or ChiSquare or Fisher or TTest or GroupLogRank or GroupCox
        or ExactBinomial or OneSampleLogRank or Posterior or Predictive
        or Milestone { Compare.IsEmpty: false } or RestrictedMean { Compare.IsEmpty: false };

    /// <summary>Whether its test has a p-value.</summary>
    public bool HasPValue => IsTest && this is not (Posterior or Predictive);

    /// <summary>Whether its test has a Z: a direction beside the p-value.</summary>
    public bool HasZ => HasPValue && this is not GlobalLogRank;

    /// <summary>Whether it tests against a margin, and so on one side whatever the others do.</summary>
    public bool IsNonInferiority => this is LogRank { Margin.Length: > 0 } or Cox { Margin.Length: > 0 } or ChiSquare { Margin.Length: > 0 } or TTest { Margin.Length: > 0 };

    /// <summary>The arms that it tests against each other: none or one pair.</summary>
    public ImmutableArray<Pair> Compared => this switch
    {
        LogRank test => [test.Compare],
        MaxCombo test => [test.Compare],
        Cox cox => [cox.Compare],
        ChiSquare test => [test.Compare],
        Fisher test => [test.Compare],
        TTest test => [test.Compare],
        Milestone milestone => milestone.Compare,
        RestrictedMean mean => mean.Compare,
        Posterior posterior => posterior.Asked.Compared,
        Predictive predictive => predictive.Asked.Compared,
        _ => [],
    };

    /// <summary>The arms of which it has figures by themselves.</summary>
    public ImmutableArray<Reference> Described => this switch
    {
        Median median => median.Arms,
        Milestone milestone => milestone.Arms,
        RestrictedMean mean => mean.Arms,
        FollowUp followUp => followUp.Arms,
        CumulativeIncidence incidence => incidence.Arms,
        Proportion proportion => proportion.Arms,
        Mean mean => mean.Arms,
        ExactBinomial test => [test.Arm],
        OneSampleLogRank test => [test.Arm],
        _ => [],
    };

    /// <summary>Whether its Z at several looks is that of a group-sequential trial: nearly normal, with independent increments of the score.</summary>
    public bool HasSequentialZ => this is LogRank or Trend or Cox or OneSampleLogRank or ChiSquare or TTest or Milestone { Compare.IsEmpty: false } or RestrictedMean { Compare.IsEmpty: false };

    /// <summary>Groups of patients that it compares: none or one pair.</summary>
    public ImmutableArray<ResolvedGroups> Groups => this switch
    {
        GroupLogRank test => [test.Divided],
        GroupCox cox => [cox.Divided],
        GroupMedian median => [median.Divided],
        _ => [],
    };

    /// <summary>Covariates by which it is stratified.</summary>
    public ImmutableArray<Reference> Factors => this switch
    {
        LogRank test => test.Strata,
        MaxCombo test => test.Strata,
        GlobalLogRank test => test.Strata,
        Trend test => test.Strata,
        Cox cox => cox.Strata,
        _ => [],
    };
}

/// <summary>How much an event time counts.</summary>
/// <param name="Written">What was written, in full.</param>
/// <param name="Weight">The weight.</param>
internal sealed record ResolvedWeight(WeightDocument Written, RankWeight Weight);
