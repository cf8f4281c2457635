using System.Runtime.CompilerServices;

namespace TrialSim.Kernel.Tests;

public sealed class ConditionTests
{
    private readonly Simulation _simulation = new();

    [Theory, Trait("Source", "ByHand")]
    [InlineData("a|b", 1)]
    [InlineData("a&b", 2)]
    [InlineData("(a&c)|b", 2)]
    [InlineData("(a|c)&b", 2)]
    [InlineData("(a|b)&c", 3)]
    [InlineData("a&b&c", 3)]
    [InlineData("c|b|a", 1)]
    [InlineData("a&a", 1)]
    public void Condition_OfTimeoutsAt1And2And3_HappensWhenItBecomesTrue(string expression, double time)
    {
        Event a = _simulation.TimeoutD(1);
        Event b = _simulation.TimeoutD(2);
        Event c = _simulation.TimeoutD(3);
        Condition condition = expression switch
        {
            "a|b" => a | b,
            "a&b" => a & b,
            "(a&c)|b" => (a & c) | b,
            "(a|c)&b" => (a | c) & b,
            "(a|b)&c" => (a | b) & c,
            "a&b&c" => a & b & c,
            "c|b|a" => c | b | a,
            "a&a" => new AllOf(_simulation, a, a),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "Unknown."),
        };

        _simulation.Run(condition);

        Assert.Equal(time, _simulation.NowD);
        Assert.True(condition.IsOk);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_WhenItHappens_CarriesTheOperandsThatHave()
    {
        Event a = _simulation.TimeoutD(1);
        Event b = new(_simulation);
        Event c = new(_simulation);
        Condition either = a | c;
        Condition condition = either & b;
        Assert.Empty(condition.Value);
        _simulation.TimeoutD(2).AddCallback(_ => b.Succeed("b"));
        _simulation.TimeoutD(3).AddCallback(_ => c.Succeed("c"));

        _simulation.Run();

        Assert.Equal([a, b], condition.Value.Keys.Cast<Event>()); // c came later, though before anybody asked.
        Assert.Equal([null, "b"], condition.Value.Values.Cast<object?>());
        Assert.Same(condition.Value, ((Event)condition).Value);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OperandTriggeredButNotProcessed_Waits()
    {
        Event triggered = new(_simulation);
        triggered.Succeed();
        Condition condition = triggered | new Event(_simulation);

        Assert.False(condition.IsTriggered);
        _simulation.Run();
        Assert.True(condition.IsProcessed);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OperandProcessed_CountsAtOnce()
    {
        Event past = _simulation.TimeoutD(1);
        Event open = new(_simulation);
        _simulation.Run();

        Assert.True((past | open).IsTriggered);
        Assert.True((open | past).IsTriggered);
        Assert.False((past & open).IsTriggered);
        Assert.True((past & past).IsTriggered);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OperandFails_FailsWithItsValue()
    {
        Event failing = new(_simulation);
        Condition any = failing | new Event(_simulation);
        Condition all = failing & new Event(_simulation);
        failing.Fail("reason");

        _simulation.Run();

        Assert.False(any.IsOk);
        Assert.False(all.IsOk);
        Assert.Equal("reason", ((Event)any).Value);
        Assert.Equal("reason", ((Event)all).Value);
        Assert.Empty(any.Value);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OperandHadFailed_FailsAtOnceAndTheProcessHandlesIt()
    {
        Event failed = new(_simulation);
        failed.Fail("reason");
        List<string> log = [];
        _simulation.Process(Body());

        _simulation.Run();

        Assert.Equal(["True reason"], log);

        IEnumerable<Event> Body()
        {
            yield return _simulation.TimeoutD(1);
            yield return failed | _simulation.TimeoutD(1);
            log.Add($"{_simulation.ActiveProcess.HandleFault()} {_simulation.ActiveProcess.Value}");
        }
    }

    // After 4 the event has forgotten all that are over; that somebody else still waits must not hide them.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public void Condition_OperandFailsAfterwards_EndsTheRun(int conditions)
    {
        Event failing = new(_simulation);
        for (int i = 0; i < conditions; i++)
        {
            _simulation.Run(_simulation.TimeoutD(1) | failing);
        }

        Condition waiting = new Event(_simulation) | failing;
        Assert.True(waiting.IsAlive);
        failing.Fail();

        Assert.Throws<InvalidOperationException>(() => _simulation.Run());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OperandSucceedsAfterwards_NothingHappens()
    {
        Condition condition = _simulation.TimeoutD(1) | _simulation.TimeoutD(2);
        int count = 0;
        condition.AddCallback(_ => count++);

        _simulation.Run();

        Assert.Equal(1, count);
        Assert.Single(condition.Value);
        Assert.Equal(2, _simulation.NowD);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OfNothing_IsTrue()
    {
        Assert.True(new AllOf(_simulation).IsTriggered);
        Assert.True(new AnyOf(_simulation, Enumerable.Empty<Event>()).IsTriggered);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OfTwoSimulations_IsRefused()
    {
        Event stranger = new Simulation().TimeoutD(1);

        Assert.Throws<ArgumentException>(() => _simulation.TimeoutD(1) | stranger);
        Assert.Throws<ArgumentException>(() => _simulation.TimeoutD(1) & stranger);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OfTheListGiven_DoesNotFollowItsChanges()
    {
        Event[] events = [_simulation.TimeoutD(1), _simulation.TimeoutD(2)];
        AllOf condition = new(_simulation, events);
        events[1] = new Event(_simulation);

        _simulation.Run();

        Assert.True(condition.IsProcessed);
        Assert.Equal(2, condition.Value.Count);
    }

    // An arm that never closes is the second operand of every wait of a trial; it must not keep those waits alive.
    [Fact, Trait("Source", "ByHand")]
    public void Conditions_OfAnEventThatOutlivesThem_AreForgottenWhileOthersStillWait()
    {
        Event closing = new(_simulation);
        Condition waiting = new Event(_simulation) | closing;
        List<WeakReference> past = [];
        for (int i = 0; i < 200; i++)
        {
            past.Add(WaitOnce(closing));
        }

        GC.Collect();
        int alive = past.Count(reference => reference.IsAlive);
        Assert.True(alive < 40, $"{alive} of 200 waits are still alive.");

        closing.Succeed();
        _simulation.Run();
        Assert.True(waiting.IsProcessed);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference WaitOnce(Event closing)
    {
        Condition condition = _simulation.TimeoutD(1) | closing;
        _simulation.Run(condition);
        return new WeakReference(condition);
    }
}
