namespace TrialSim.Kernel.Tests;

public sealed class ProcessTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Fact, Trait("Source", "ByHand")]
    public void Processes_StartedTogether_BeginByPriorityThenInTheirOrder()
    {
        foreach ((string name, int priority) in new[] { ("a", 1), ("b", 0), ("c", 0), ("d", -1) })
        {
            _simulation.Process(Named(name), priority);
        }

        Assert.Empty(_log); // Not before the calendar runs.
        _simulation.Run();

        Assert.Equal(["d", "b", "c", "a"], _log);

        IEnumerable<Event> Named(string name)
        {
            _log.Add(name);
            yield break;
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_WaitsForAnother_GoesOnAtItsEndWithItsResult()
    {
        _simulation.Process(Parent());

        _simulation.Run();

        Assert.Equal(["child at 2", "parent at 2: 42"], _log);

        IEnumerable<Event> Parent()
        {
            Process child = _simulation.Process(Child());
            yield return child;
            _log.Add($"parent at {_simulation.NowD}: {child.Value}");
        }

        IEnumerable<Event> Child()
        {
            yield return _simulation.TimeoutD(2);
            _log.Add($"child at {_simulation.NowD}");
            _simulation.ActiveProcess.Succeed(42);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_EndsWithoutAResult_CarriesTheValueOfItsLastEvent()
    {
        Event last = new(_simulation);
        last.Succeed("last");
        Process process = _simulation.Process(Body());

        _simulation.Run();

        Assert.True(process.IsOk);
        Assert.Equal("last", process.Value);

        IEnumerable<Event> Body()
        {
            yield return _simulation.TimeoutD(1);
            yield return last;
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_GivesItsResultAndYields_IsNotContinued()
    {
        Process process = _simulation.Process(Body());

        _simulation.Run();

        Assert.Equal(["before"], _log);
        Assert.Equal("result", process.Value);
        Assert.True(process.IsProcessed);

        IEnumerable<Event> Body()
        {
            yield return _simulation.TimeoutD(1);
            _log.Add("before");
            _simulation.ActiveProcess.Succeed("result");
            yield return _simulation.TimeoutD(1);
            _log.Add("after");
        }
    }

    // Its own start and its end are then both on the calendar.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0)]
    [InlineData(-1)]
    public void Process_IsGivenItsResultBeforeItsStart_EndsAtItsFirstYield(int priority)
    {
        Process process = _simulation.Process(Body());
        process.Succeed("result", priority);
        process.AddCallback(_ => _log.Add("end"));

        _simulation.Run();

        Assert.Equal(["start", "end"], _log);
        Assert.Equal("result", process.Value);
        Assert.Equal(3, _simulation.ProcessedEvents); // Start, end, and what was yielded.

        IEnumerable<Event> Body()
        {
            _log.Add("start");
            yield return _simulation.TimeoutD(1);
            _log.Add("after");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_YieldsWhatHasHappened_GoesOnAtOnceWithoutTheCalendar()
    {
        Timeout past = _simulation.TimeoutD(1);
        _simulation.Process(Body());
        _simulation.TimeoutD(2, priority: 1).AddCallback(_ => _log.Add("same time"));

        _simulation.Run();

        Assert.Equal(["at 2", "still at 2", "same time"], _log);

        IEnumerable<Event> Body()
        {
            yield return _simulation.TimeoutD(2);
            _log.Add($"at {_simulation.NowD}");
            yield return past;
            yield return past;
            _log.Add($"still at {_simulation.NowD}");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Processes_WaitForOneEvent_GoOnInTheOrderInWhichTheyCame()
    {
        Event shared = new(_simulation);
        foreach (string name in new[] { "a", "b", "c" })
        {
            _simulation.Process(Body(name));
        }

        _simulation.TimeoutD(5).AddCallback(_ => shared.Succeed());

        _simulation.Run();

        Assert.Equal(["a at 5", "b at 5", "c at 5"], _log);

        IEnumerable<Event> Body(string name)
        {
            yield return shared;
            _log.Add($"{name} at {_simulation.NowD}");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void ActiveProcess_InsideAndOutside_IsTheOneThatRuns()
    {
        Process? seen = null;
        Process process = _simulation.Process(Body());
        Assert.Throws<InvalidOperationException>(() => _simulation.ActiveProcess);

        _simulation.Run();

        Assert.Same(process, seen);
        Assert.Throws<InvalidOperationException>(() => _simulation.ActiveProcess);

        IEnumerable<Event> Body()
        {
            seen = _simulation.ActiveProcess;
            yield break;
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_EventWaitedForFails_HandlesTheFaultAndGoesOn()
    {
        Event failing = new(_simulation);
        failing.Fail("reason");
        Process process = _simulation.Process(Body());

        _simulation.Run();

        Assert.Equal(["fault True reason", "fault False at 1"], _log);
        Assert.True(process.IsOk);

        IEnumerable<Event> Body()
        {
            yield return failing;
            Process self = _simulation.ActiveProcess;
            _log.Add($"fault {self.HandleFault()} {self.Value}");
            yield return _simulation.TimeoutD(1);
            _log.Add($"fault {self.HandleFault()} at {_simulation.NowD}");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_FaultNotHandledBeforeTheNextYield_EndsTheRun()
    {
        Event failing = new(_simulation);
        failing.Fail();
        _simulation.Process(Body());

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => _simulation.Run());

        Assert.Contains("HandleFault", error.Message, StringComparison.Ordinal);

        IEnumerable<Event> Body()
        {
            yield return failing;
            yield return _simulation.TimeoutD(1);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_EndsOnAFault_FailsForThoseWhoWait()
    {
        Event failing = new(_simulation);
        failing.Fail("reason");
        Process inner = _simulation.Process(Inner());
        Process outer = _simulation.Process(Outer());

        _simulation.Run();

        Assert.False(inner.IsOk);
        Assert.Equal("reason", inner.Value);
        Assert.Equal(["outer True reason"], _log);
        Assert.True(outer.IsOk);

        IEnumerable<Event> Inner()
        {
            yield return failing;
        }

        IEnumerable<Event> Outer()
        {
            yield return inner;
            Process self = _simulation.ActiveProcess;
            _log.Add($"outer {self.HandleFault()} {self.Value}");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_FailsAndNobodyWaits_TheRunGoesOn()
    {
        _simulation.Process(Body());

        _simulation.Run();

        Assert.Equal(1, _simulation.NowD);

        IEnumerable<Event> Body()
        {
            yield return _simulation.TimeoutD(1);
            _simulation.ActiveProcess.Fail("nobody hears");
        }
    }

    // Resuming with the old failure again would report one fault twice.
    [Fact, Trait("Source", "Regression")]
    public void Process_YieldsWhatHasHappenedAfterAFault_MeetsTheFaultOnce()
    {
        Timeout past = _simulation.TimeoutD(0);
        Event failing = new(_simulation);
        _simulation.TimeoutD(1).AddCallback(_ => failing.Fail());
        _simulation.Process(Body());

        _simulation.Run();

        Assert.Equal(["True", "False"], _log);

        IEnumerable<Event> Body()
        {
            yield return failing;
            _log.Add($"{_simulation.ActiveProcess.HandleFault()}");
            yield return past;
            _log.Add($"{_simulation.ActiveProcess.HandleFault()}");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Process_YieldsNothingOrAStranger_IsRefused()
    {
        Simulation other = new();
        _simulation.Process(Yields(null!));
        Assert.Throws<InvalidOperationException>(() => _simulation.Run());

        _simulation.Process(Yields(other.TimeoutD(1)));
        Assert.Throws<InvalidOperationException>(() => _simulation.Run());

        static IEnumerable<Event> Yields(Event what)
        {
            yield return what;
        }
    }
}
