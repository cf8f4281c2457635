using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;
using TrialSim.Model.Targets;
using TrialSim.Model.Testing;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Multiplicity;
using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What holds when a key is left out. The texts are what the schema says; a test compares them with what is resolved.</summary>
internal static class Defaults
{
    /// <summary>Key of all draws.</summary>
    public const ulong Seed = 20261121;

    /// <summary><see cref="Seed"/>.</summary>
    public const string SeedText = "20261121";

    /// <summary>Trials to simulate.</summary>
    public const long Replicates = 10_000;

    /// <summary><see cref="Replicates"/>.</summary>
    public const string ReplicatesText = "10000";

    /// <summary>How values lie between the first and the last.</summary>
    public const LevelScale LevelScale = Documents.LevelScale.Linear;

    /// <summary><see cref="LevelScale"/>.</summary>
    public const string LevelScaleText = "linear";

    /// <summary>An arm's role.</summary>
    public const ArmRole Role = ArmRole.Experimental;

    /// <summary><see cref="Role"/>.</summary>
    public const string RoleText = "experimental";

    /// <summary>How patients get their arm.</summary>
    public const AllocationMethod Allocation = AllocationMethod.PermutedBlock;

    /// <summary><see cref="Allocation"/>.</summary>
    public const string AllocationText = "permuted_block";

    /// <summary>Weight of each arm.</summary>
    public const int Weight = 1;

    /// <summary>Size of a block, as a multiple of the sum of the weights.</summary>
    public const int BlockMultiple = 2;

    /// <summary>Probability of the arms that are behind, under a biased coin: Efron's.</summary>
    public const double BiasedCoinProbability = 2.0 / 3.0;

    /// <summary>Probability of the arms that restore balance, under minimisation.</summary>
    public const double MinimisationProbability = 0.8;

    /// <summary>How far a margin is from balance.</summary>
    public const ImbalanceMeasure Imbalance = ImbalanceMeasure.Range;

    /// <summary><see cref="Imbalance"/>.</summary>
    public const string ImbalanceText = "range";

    /// <summary>Patients from one look at outcomes to the next.</summary>
    public const int UpdateEvery = 1;

    /// <summary><see cref="UpdateEvery"/>.</summary>
    public const string UpdateEveryText = "1";

    /// <summary>Least share of an arm.</summary>
    public const double MinShare = 0.1;

    /// <summary><see cref="MinShare"/>.</summary>
    public const string MinShareText = "0.1";

    /// <summary>Power of the probability of being best.</summary>
    public const double AdaptationExponent = 0.5;

    /// <summary><see cref="AdaptationExponent"/>.</summary>
    public const string AdaptationExponentText = "0.5";

    /// <summary>Error allowed over both directions.</summary>
    public const double TwoSidedAlpha = 0.05;

    /// <summary><see cref="TwoSidedAlpha"/>.</summary>
    public const string TwoSidedAlphaText = "0.05";

    /// <summary>Two-sided level of intervals.</summary>
    public const double Confidence = 0.95;

    /// <summary><see cref="Confidence"/>.</summary>
    public const string ConfidenceText = "0.95";

    /// <summary>Scale of the intervals of survival curves.</summary>
    public const IntervalTransform Interval = IntervalTransform.Log;

    /// <summary><see cref="Interval"/>.</summary>
    public const string IntervalText = "log";

    /// <summary>Form of the interval of a proportion.</summary>
    public const ProportionInterval ProportionInterval = Model.Design.ProportionInterval.Wilson;

    /// <summary><see cref="ProportionInterval"/>.</summary>
    public const string ProportionIntervalText = "wilson";

    /// <summary>How intersections of a closed test are tested.</summary>
    public const IntersectionMethod Intersection = IntersectionMethod.Dunnett;

    /// <summary><see cref="Intersection"/>.</summary>
    public const string IntersectionText = "dunnett";

    /// <summary>Form of the interval beside an exact test.</summary>
    public const ProportionInterval ExactInterval = Model.Design.ProportionInterval.ClopperPearson;

    /// <summary><see cref="ExactInterval"/>.</summary>
    public const string ExactIntervalText = "clopper_pearson";

    /// <summary>Patients with a yes, and with a no, that a belief of a share is worth.</summary>
    public const double Prior = 1.0;

    /// <summary>What a difference of shares must exceed.</summary>
    public const double Exceeds = 0.0;

    /// <summary>What a hazard ratio must lie below.</summary>
    public const double HazardRatioBelow = 1.0;

    /// <summary>Correction of a chi-square test.</summary>
    public const ContinuityCorrection Correction = ContinuityCorrection.None;

    /// <summary><see cref="Correction"/>.</summary>
    public const string CorrectionText = "none";

    /// <summary>Variances of a t test.</summary>
    public const VarianceForm Variances = VarianceForm.Welch;

    /// <summary><see cref="Variances"/>.</summary>
    public const string VariancesText = "welch";

    /// <summary>What is taken of a measurement.</summary>
    public const MarkerChange MarkerChange = Model.Design.MarkerChange.None;

    /// <summary><see cref="MarkerChange"/>.</summary>
    public const string MarkerChangeText = "none";

    /// <summary>Kind of an endpoint.</summary>
    public const EndpointKind EndpointKind = Documents.EndpointKind.TimeToEvent;

    /// <summary><see cref="EndpointKind"/>.</summary>
    public const string EndpointKindText = "time_to_event";

    /// <summary>Exponents of a weight that are left out beside the other one.</summary>
    public const double Exponent = 0.0;

    /// <summary>Weight of a log-rank test.</summary>
    public const string WeightText = "{rho: 0, gamma: 0}, all event times alike";

    /// <summary>Weights of a MaxCombo test.</summary>
    public const string WeightsText = "rho and gamma of 0 and 0, 0 and 1, 1 and 0, 1 and 1";

    /// <summary>Scale on which survival at a milestone is tested.</summary>
    public const MilestoneTest MilestoneTest = Model.Design.MilestoneTest.Plain;

    /// <summary><see cref="MilestoneTest"/>.</summary>
    public const string MilestoneTestText = "plain";

    /// <summary>What is tested of restricted means.</summary>
    public const RestrictedMeanContrast Contrast = RestrictedMeanContrast.Difference;

    /// <summary><see cref="Contrast"/>.</summary>
    public const string ContrastText = "difference";

    /// <summary>Form of the variance of restricted means.</summary>
    public const RestrictedMeanVariance Variance = RestrictedMeanVariance.Greenwood;

    /// <summary><see cref="Variance"/>.</summary>
    public const string VarianceText = "greenwood";

    /// <summary>Arrivals when a duration is planned.</summary>
    public const AccrualPattern PatternOfDuration = AccrualPattern.Uniform;

    /// <summary>Arrivals when a rate is planned.</summary>
    public const AccrualPattern PatternOfRate = AccrualPattern.Poisson;

    /// <summary>What the day of a further visit is counted from.</summary>
    public const VisitClock VisitClock = Model.Protocol.VisitClock.Schedule;

    /// <summary><see cref="VisitClock"/>.</summary>
    public const string VisitClockText = "schedule";

    /// <summary>Sessions of a procedure that is repeated.</summary>
    public const int MaxSessions = Parsing.Limits.Sessions;

    /// <summary><see cref="MaxSessions"/>.</summary>
    public const string MaxSessionsText = "1000";

    /// <summary>How values of a marker lie around the mean.</summary>
    public const MarkerDistribution MarkerDistribution = Model.Truth.MarkerDistribution.Normal;

    /// <summary><see cref="MarkerDistribution"/>.</summary>
    public const string MarkerDistributionText = "normal";

    /// <summary>Where in their windows things take place.</summary>
    public const WindowBehaviour Timing = WindowBehaviour.Uniform;

    /// <summary>Who of those that wait for a resource is next.</summary>
    public const QueueOrder QueueOrder = Model.Sites.QueueOrder.FirstCome;

    /// <summary>What becomes of a session that has waited too long.</summary>
    public const AfterWaiting AfterWaiting = Model.Protocol.AfterWaiting.Treat;

    /// <summary>Figure of a target.</summary>
    public const TargetFigure TargetFigure = Model.Targets.TargetFigure.Estimate;

    /// <summary><see cref="TargetFigure"/>.</summary>
    public const string TargetFigureText = "estimate";

    /// <summary>Probability that a right scenario misses an exact target by chance.</summary>
    public const double FalseAlarm = 1e-6;

    /// <summary><see cref="FalseAlarm"/>.</summary>
    public const string FalseAlarmText = "0.000001";

    /// <summary>Time from a data cut to what is decided upon it.</summary>
    public static readonly Duration DecidedAfter = Duration.Zero;

    /// <summary>How alpha is spent over looks.</summary>
    public const SpendingFunction Spending = SpendingFunction.ObrienFleming;

    /// <summary><see cref="Spending"/>.</summary>
    public const string SpendingText = "obrien_fleming";

    /// <summary>Probability of missing the planned effect.</summary>
    public const double Beta = 0.1;

    /// <summary><see cref="Beta"/>.</summary>
    public const string BetaText = "0.1";

    /// <summary>Power of a sequential test at the effect it is planned for.</summary>
    public const double Power = 0.9;

    /// <summary><see cref="Power"/>.</summary>
    public const string PowerText = "0.9";

    /// <summary>How stages make one statistic.</summary>
    public const StageCombination Combination = StageCombination.AllData;

    /// <summary><see cref="Combination"/>.</summary>
    public const string CombinationText = "all_data";

    /// <summary>The effect under which futility bounds on conditional power are made.</summary>
    public const EffectAssumption FutilityAssumption = EffectAssumption.Plan;

    /// <summary><see cref="FutilityAssumption"/>.</summary>
    public const string FutilityAssumptionText = "plan";

    /// <summary>The effect under which decisions judge conditional power.</summary>
    public const EffectAssumption DecisionAssumption = EffectAssumption.Trend;

    /// <summary><see cref="DecisionAssumption"/>.</summary>
    public const string DecisionAssumptionText = "trend";

    /// <summary>Experimental arms that stay.</summary>
    public const int ArmsKept = 1;

    /// <summary><see cref="ArmsKept"/>.</summary>
    public const string ArmsKeptText = "1";

    /// <summary>By what arms are ranked.</summary>
    public const RankedBy RankedBy = Documents.RankedBy.Z;

    /// <summary><see cref="RankedBy"/>.</summary>
    public const string RankedByText = "z";

    /// <summary>The event that ends a course unless the scenario says otherwise.</summary>
    public const string FatalEvent = "death";
}
