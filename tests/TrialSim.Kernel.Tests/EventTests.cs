namespace TrialSim.Kernel.Tests;

public sealed class EventTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Event_FromBirthToEnd_PassesItsThreeStates()
    {
        Simulation simulation = new();
        Event happening = new(simulation);
        Assert.Equal((true, false, false, false), StateOf(happening));

        happening.Succeed(42);
        Assert.Equal((false, true, false, true), StateOf(happening));

        simulation.Run();
        Assert.Equal((false, true, true, true), StateOf(happening));
        Assert.Equal(42, happening.Value);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Event_TriggeredTwice_IsRefused()
    {
        Simulation simulation = new();
        Event happening = new(simulation);
        happening.Fail("first");

        Assert.Throws<InvalidOperationException>(() => happening.Succeed());
        Assert.Throws<InvalidOperationException>(() => happening.Fail());
        Assert.Throws<InvalidOperationException>(() => happening.Trigger(simulation.TimeoutD(0)));
        Assert.Throws<InvalidOperationException>(() => simulation.TimeoutD(1).Succeed());
        Assert.False(happening.IsOk);
        Assert.Equal("first", happening.Value);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(true)]
    [InlineData(false)]
    public void Trigger_AsCallback_FollowsTheOutcomeAndValue(bool succeeds)
    {
        Simulation simulation = new();
        Event leader = new(simulation);
        Event follower = new(simulation);
        leader.AddCallback(happened => follower.Trigger(happened));
        if (succeeds)
        {
            leader.Succeed("value");
        }
        else
        {
            leader.Fail("value");
        }

        simulation.Run();

        Assert.True(follower.IsProcessed);
        Assert.Equal(succeeds, follower.IsOk);
        Assert.Equal("value", follower.Value);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Callbacks_SeveralAndOneTakenBack_RunInTheirOrder()
    {
        Simulation simulation = new();
        List<string> names = [];
        Timeout timeout = simulation.TimeoutD(1);
        Action<Event> second = _ => names.Add("second");
        timeout.AddCallback(_ => names.Add("first"));
        timeout.AddCallback(second);
        timeout.AddCallback(_ => names.Add("third"));
        timeout.AddCallback(second);

        timeout.RemoveCallback(second);
        timeout.RemoveCallback(_ => names.Add("never added"));
        simulation.Run();

        Assert.Equal(["first", "third", "second"], names);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Callbacks_TheOnlyOneTakenBack_NothingRuns()
    {
        Simulation simulation = new();
        bool hasRun = false;
        Action<Event> callback = _ => hasRun = true;
        Timeout timeout = simulation.TimeoutD(1);
        timeout.AddCallback(callback);
        timeout.RemoveCallback(callback);

        simulation.Run();

        Assert.False(hasRun);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Event_ThatHasHappened_TakesNoCallbacksAndHappensNoMore()
    {
        Simulation simulation = new();
        Timeout timeout = simulation.TimeoutD(1);
        simulation.Run();

        Assert.Throws<InvalidOperationException>(() => timeout.AddCallback(_ => { }));
        Assert.Throws<InvalidOperationException>(() => timeout.RemoveCallback(_ => { }));
        Assert.Throws<InvalidOperationException>(timeout.Process);
    }

    private static (bool IsAlive, bool IsTriggered, bool IsProcessed, bool IsOk) StateOf(Event happening) =>
        (happening.IsAlive, happening.IsTriggered, happening.IsProcessed, happening.IsOk);
}
