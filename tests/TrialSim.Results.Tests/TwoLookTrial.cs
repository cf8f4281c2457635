using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results.Summary.Trials;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Survival;

namespace TrialSim.Results.Tests;

/// <summary>Two arms, a look at 40 deaths that may stop the trial and one at 80, a test with bounds over both and the hazard ratio at both.</summary>
internal static class TwoLookTrial
{
    public const int Interim = 0;
    public const int Final = 1;
    public const int Test = 0;
    public const int HazardRatio = 1;
    public const int Efficacy = 0;
    public const int Futility = 1;
    public const ulong Seed = 7;

    private static readonly RejectionCriterion OneSided = new(0.025, RejectionSides.Benefit);

    public static Trial Trial { get; } = new(
        "two-looks",
        "",
        new TrialDesign(
            120,
            [new Arm("control", ArmRole.Control), new Arm("treated", ArmRole.Experimental)],
            new Allocation(AllocationMethod.PermutedBlock, [1, 1], [4], Stratification.None),
            double.PositiveInfinity,
            [new TimeToEventEndpoint("os", [0])],
            [new Look("interim", new EventsSeen(0, 40, [0, 1])), new Look("final", new EventsSeen(0, 80, [0, 1]))],
            [
                new LogRankAnalysis("test", 0, [Interim, Final], new Comparison(1, 0), Stratification.None, RankWeight.Constant, OneSided),
                new CoxAnalysis("hr", 0, [Interim, Final], new Comparison(1, 0), Stratification.None, 0.95, OneSided),
            ])
        {
            Testing = new TestingPlan(
                [
                    new SequentialTest(
                        Test,
                        [Interim, Final],
                        new SequentialPlan(EfficacyPlan.FromSpending(Spending.OBrienFleming(0.025), []), FutilityPlan.OnZ([0.5]), FutilityRule.NonBinding),
                        Drift: 2.3,
                        [40, 80],
                        RejectionSides.Benefit,
                        StageCombination.AllData),
                ],
                []),
            Decisions =
            [
                new Decision("stop_for_efficacy", [Interim], new DecisionCondition.Rejected(Test), new DecisionAction.StopTrial(StopReason.Efficacy)),
                new Decision("stop_for_futility", [Interim], new DecisionCondition.Futile(Test), new DecisionAction.StopTrial(StopReason.Futility)),
            ],
        },
        new TrialTruth(
            new Accrual(AccrualPattern.Uniform, new PiecewiseExponentialHazard([0.0], [120 / 365.0])),
            [],
            [new ClinicalEvent(
                "death", NamedPurpose.Of("event", "death"), CourseEnding.Fatal, ClinicalEvent.Randomisation,
                [new HazardChoice(StateMask.Always, ExponentialHazard.FromMedian(10 * DaysPer.Month))], [])],
            [new ArmBit(0, 1)],
            [new Effect(0, [new StateMask(1, 1)], Math.Log(0.6))],
            [],
            []),
        new RunPlan(Seed, 300));

    public static Trial GoingOn { get; } = Trial with { Run = Trial.Run with { Stopping = StopObedience.GoesOn } };

    /// <summary>A day of the trial.</summary>
    public static TrialDay Month(double months) => new(months * DaysPer.Month);

    /// <summary>All that is told of both looks and the whole trial.</summary>
    public static OperatingCharacteristic[] RowsOf(TrialAccumulator sum) => [.. sum.AtLook(Interim), .. sum.AtLook(Final), .. sum.OverTrial()];
}
