using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Tests;

public sealed class TrialTests
{
    private static readonly LookTrigger Counting = new EventsSeen(0, 10, [0]);

    private static readonly LookTrigger Waiting = new TrialTimeReached(new TrialDay(100));

    [Fact, Trait("Source", "ByHand")]
    public void Meetings_LooksByTimeOnly_AreNone()
    {
        Assert.Equal(Meetings.None, TrialWith(new AllTriggers([Waiting, new LastPatientFollowedUp(5)])).Meetings);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Meetings_EventCountAnywhereInATrigger_AreEventCounts()
    {
        Assert.Equal(Meetings.EventCount, TrialWith(Counting).Meetings);
        Assert.Equal(Meetings.EventCount, TrialWith(new AnyTrigger([Waiting, new AllTriggers([Waiting, Counting])])).Meetings);
    }

    // A value worked out once in the constructor would be carried along by `with`.
    [Fact, Trait("Source", "Regression")]
    public void Meetings_CopiedWithOtherLooks_AreThoseOfTheCopy()
    {
        Trial trial = TrialWith(Waiting);
        Trial copy = trial with { Design = trial.Design with { Looks = [new Look("counting", Counting)] } };

        Assert.Equal(Meetings.EventCount, copy.Meetings);
    }

    private static Trial TrialWith(LookTrigger trigger) => new(
        "trial",
        "",
        new TrialDesign(
            10, [new Arm("only", ArmRole.Experimental)], new Allocation(AllocationMethod.Simple, [1], [], Stratification.None), double.PositiveInfinity,
            [new TimeToEventEndpoint("os", [0])], [new Look("look", trigger)], []),
        new TrialTruth(new Accrual(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [1.0])), [], [], [], [], [], []),
        new RunPlan(1, 1));
}
