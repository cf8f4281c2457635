namespace TrialSim.Kernel.Tests;

public sealed class InterruptTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Fact, Trait("Source", "ByHand")]
    public void Interrupt_WhileWaiting_ArrivesNowAndTheOldEventIsForgotten()
    {
        Process process = _simulation.Process(Sleeper(10, 10));
        _simulation.TimeoutD(4).AddCallback(_ => process.Interrupt("cause"));

        _simulation.Run();

        // The sleep until 10 no longer wakes; the next one, of 10 from 4, does.
        Assert.Equal(["4 fault cause", "14 ok"], _log);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Interrupt_AtTheTimeOfTheEventWaitedFor_TheInterruptWinsIfItWasMadeFirst()
    {
        Process? process = null;
        _simulation.TimeoutD(10).AddCallback(_ => process!.Interrupt("cause")); // Scheduled before the sleep that ends at 10 too.
        process = _simulation.Process(Sleeper(10));

        _simulation.Run();

        Assert.Equal(["10 fault cause"], _log);
        Assert.True(process.IsOk);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Interrupt_WithPriorities_ArrivesInTheOrderOfEvents()
    {
        Process first = _simulation.Process(Sleeper(10));
        Process second = _simulation.Process(Sleeper(10));
        _simulation.TimeoutD(1, priority: -1).AddCallback(_ =>
        {
            first.Interrupt("late", priority: 1);
            second.Interrupt("early", priority: -1);
        });
        _simulation.TimeoutD(1).AddCallback(_ => _log.Add("between"));

        _simulation.Run();

        Assert.Equal(["1 fault early", "between", "1 fault late"], _log);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Interrupt_NotHandledAndTheBodyEnds_FailsTheProcessWithTheCause()
    {
        Process process = _simulation.Process(Careless());
        _simulation.TimeoutD(1).AddCallback(_ => process.Interrupt("cause"));

        _simulation.Run();

        Assert.True(process.IsProcessed);
        Assert.False(process.IsOk);
        Assert.Equal("cause", process.Value);

        IEnumerable<Event> Careless()
        {
            yield return _simulation.TimeoutD(5);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Interrupt_BeforeTheStart_TheBodyBeginsWithTheFault()
    {
        Process process = _simulation.Process(Body(), priority: 1);
        process.Interrupt("cause");

        _simulation.Run();

        Assert.Equal(["True cause"], _log);
        Assert.Equal(3, _simulation.ProcessedEvents); // The interrupt, the start that nobody waits for, the end.

        IEnumerable<Event> Body()
        {
            _log.Add($"{_simulation.ActiveProcess.HandleFault()} {_simulation.ActiveProcess.Value}");
            yield break;
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Interrupt_OfItselfOrOfTheDead_IsRefused()
    {
        Process process = _simulation.Process(Suicidal());

        Assert.Throws<InvalidOperationException>(() => _simulation.Run());

        Process dead = _simulation.Process(Sleeper());
        _simulation.Run();
        Assert.True(dead.IsProcessed);
        Assert.Throws<InvalidOperationException>(() => dead.Interrupt());
        Assert.True(process.IsAlive);

        IEnumerable<Event> Suicidal()
        {
            _simulation.ActiveProcess.Interrupt();
            yield break;
        }
    }

    // The second interrupt must withdraw the process from what it found to wait for after the first, or that event wakes it out of turn.
    [Fact, Trait("Source", "Regression")]
    public void Interrupts_TwoAtOnce_ArriveOneAfterTheOtherAndNothingElseWakesTheProcess()
    {
        Process process = _simulation.Process(Sleeper(10, 10, 30));
        _simulation.TimeoutD(1).AddCallback(_ =>
        {
            process.Interrupt("first");
            process.Interrupt("second");
        });

        _simulation.Run();

        Assert.Equal(["1 fault first", "1 fault second", "31 ok"], _log);
    }

    [Fact, Trait("Source", "Regression")]
    public void Interrupts_TwoAtOnceAndTheFirstEndsTheProcess_TheSecondIsDropped()
    {
        Process process = _simulation.Process(Sleeper(10));
        _simulation.TimeoutD(1).AddCallback(_ =>
        {
            process.Interrupt("first");
            process.Interrupt("second");
        });

        _simulation.Run();

        Assert.Equal(["1 fault first"], _log);
        Assert.True(process.IsOk);
        Assert.Equal("first", process.Value);
    }

    // Both wait for one event; the first, woken by it, interrupts the second, which is about to be woken too.
    [Fact, Trait("Source", "Regression")]
    public void Interrupt_WhileTheEventWaitedForHappens_ArrivesAfterIt()
    {
        Timeout shared = _simulation.TimeoutD(1);
        Process? second = null;
        shared.AddCallback(_ => second!.Interrupt("cause"));
        second = _simulation.Process(Body());

        _simulation.Run();

        Assert.Equal(["1 shared False", "1 sleep True"], _log);

        IEnumerable<Event> Body()
        {
            yield return shared;
            _log.Add($"{_simulation.NowD} shared {_simulation.ActiveProcess.HandleFault()}");
            yield return _simulation.TimeoutD(5);
            _log.Add($"{_simulation.NowD} sleep {_simulation.ActiveProcess.HandleFault()}");
        }
    }

    private IEnumerable<Event> Sleeper(params double[] delays)
    {
        foreach (double delay in delays)
        {
            yield return _simulation.TimeoutD(delay);
            Process self = _simulation.ActiveProcess;
            _log.Add(self.HandleFault() ? $"{_simulation.NowD} fault {self.Value}" : $"{_simulation.NowD} ok");
        }
    }
}
