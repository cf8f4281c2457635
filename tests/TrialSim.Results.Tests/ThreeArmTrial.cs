using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Survival;

namespace TrialSim.Results.Tests;

/// <summary>A small three-arm trial with every kind of analysis and a look that is seldom reached.</summary>
internal static class ThreeArmTrial
{
    public const ulong Seed = 7;

    private static readonly RejectionCriterion TwoSided5Percent = new(0.025, RejectionSides.Both);

    public static Trial Trial { get; } = new(
        "three-arm",
        "",
        new TrialDesign(
            60,
            [new Arm("a", ArmRole.Control), new Arm("b", ArmRole.Experimental), new Arm("c", ArmRole.Experimental)],
            new Allocation(AllocationMethod.PermutedBlock, [1, 1, 1], [3], Stratification.None),
            1200,
            [new TimeToEventEndpoint("os", [0])],
            [new Look("final", new LastPatientFollowedUp(300)), new Look("seldom", new EventsSeen(0, 58, [0, 1, 2]))],
            [
                new LogRankAnalysis("test", 0, [0, 1], new Comparison(1, 0), Stratification.None, RankWeight.Constant, TwoSided5Percent),
                new CoxAnalysis("hr", 0, [0], new Comparison(2, 0), Stratification.None, 0.95, TwoSided5Percent),
                new KaplanMeierMedianAnalysis("median", 0, [0], [0, 1, 2], 0.95, IntervalTransform.Log),
                new MilestoneAnalysis("at_200", 0, [0], 200, [0, 1], [new Comparison(1, 0)], 0.95, IntervalTransform.Log, MilestoneTest.Plain, TwoSided5Percent),
            ]),
        new TrialTruth(
            new Accrual(AccrualPattern.Uniform, new PiecewiseExponentialHazard([0.0], [60 / 300.0])),
            [],
            [new ClinicalEvent(
                "death", NamedPurpose.Of("event", "death"), CourseEnding.Fatal, ClinicalEvent.Randomisation,
                [new HazardChoice(StateMask.Always, ExponentialHazard.FromMedian(10 * DaysPer.Month))], [])],
            [new ArmBit(0, 0)],
            [],
            [],
            []),
        new RunPlan(Seed, 200));
}
