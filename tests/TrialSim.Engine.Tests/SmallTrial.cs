using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Tests;

/// <summary>A two-arm trial of the size a test needs, to be varied with <c>with</c>. Event 0 is death, from day 100 on average.</summary>
internal static class SmallTrial
{
    public const double DeathsPerDay = 0.01;

    public static readonly ulong Seed = 20261121;

    public static RejectionCriterion TwoSided5Percent { get; } = new(0.025, RejectionSides.Both);

    public static Trial Of(int patients, params Analysis[] analyses) => new(
        "small-trial",
        "",
        new TrialDesign(
            patients,
            [new Arm("control", ArmRole.Control), new Arm("experimental", ArmRole.Experimental)],
            new Allocation(AllocationMethod.PermutedBlock, [1, 1], [4], Stratification.None),
            double.PositiveInfinity,
            [new TimeToEventEndpoint("os", [0])],
            [new Look("final", new LastPatientFollowedUp(200))],
            analyses.Length > 0 ? [.. analyses] : [LogRank(0)]),
        new TrialTruth(
            AccrualOver(patients, 365, AccrualPattern.Uniform),
            [],
            [Event("death", CourseEnding.Fatal, new ExponentialHazard(DeathsPerDay))],
            [new ArmBit(0, 0), new ArmBit(1, 1)],
            [new Effect(0, [new StateMask(2, 2)], Math.Log(0.6))],
            [],
            []),
        new RunPlan(Seed, 100));

    public static LogRankAnalysis LogRank(params int[] looks) =>
        new("os_test", 0, [.. looks], new Comparison(1, 0), Stratification.None, RankWeight.Constant, TwoSided5Percent);

    public static MaxComboAnalysis MaxCombo(params int[] looks) => new(
        "os_combo",
        0,
        [.. looks],
        new Comparison(1, 0),
        Stratification.None,
        [
            RankWeight.Constant, RankWeight.FlemingHarrington(0, 1), RankWeight.FlemingHarrington(1, 0), RankWeight.FlemingHarrington(1, 1),
        ],
        TwoSided5Percent);

    public static MilestoneAnalysis Milestone(params int[] looks) => new(
        "os_90", 0, [.. looks], 90, [0, 1], [new Comparison(1, 0)], 0.95, IntervalTransform.LogLog, MilestoneTest.Plain, TwoSided5Percent);

    public static RestrictedMeanAnalysis RestrictedMean(params int[] looks) => new(
        "os_rmst",
        0,
        [.. looks],
        120,
        [0, 1],
        [new Comparison(1, 0)],
        RestrictedMeanContrast.Difference,
        RestrictedMeanVariance.Greenwood,
        0.95,
        TwoSided5Percent);

    public static CoxAnalysis Cox(params int[] looks) =>
        new("os_hr", 0, [.. looks], new Comparison(1, 0), Stratification.None, 0.95, TwoSided5Percent);

    public static KaplanMeierMedianAnalysis Median(params int[] looks) =>
        new("os_median", 0, [.. looks], [0, 1], 0.95, IntervalTransform.Log);

    public static Accrual AccrualOver(int patients, double days, AccrualPattern pattern) =>
        new(pattern, new PiecewiseExponentialHazard([0.0], [patients / days]));

    public static ClinicalEvent Event(string name, CourseEnding ending, Hazard hazard) =>
        new(name, NamedPurpose.Of("event", name), ending, ClinicalEvent.Randomisation, [new HazardChoice(StateMask.Always, hazard)], []);

    public static Trial WithLooks(this Trial trial, params Look[] looks) => trial with { Design = trial.Design with { Looks = [.. looks] } };

    public static Trial WithEvents(this Trial trial, params ClinicalEvent[] events) => trial with { Truth = trial.Truth with { Events = [.. events] } };

    public static Trial WithEffects(this Trial trial, ImmutableArray<StateBit> bits, params Effect[] effects) =>
        trial with { Truth = trial.Truth with { StateBits = bits, Effects = [.. effects] } };

    public static Look AtDay(string name, double day) => new(name, new TrialTimeReached(new TrialDay(day)));
}
