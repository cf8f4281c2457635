namespace TrialSim.Kernel.Tests;

public sealed class RunTests
{
    [Fact, Trait("Source", "ByHand")]
    public void RunD_EventsAtTheEnd_OnlyNegativePrioritiesHappen()
    {
        Simulation simulation = new();
        List<string> names = [];
        simulation.TimeoutD(2, -1).AddCallback(_ =>
        {
            names.Add("minus");
            simulation.TimeoutD(0, -1).AddCallback(_ => names.Add("minus again"));
            simulation.TimeoutD(0, 0).AddCallback(_ => names.Add("zero again"));
        });
        simulation.TimeoutD(2, 0).AddCallback(_ => names.Add("zero"));
        simulation.TimeoutD(2, 1).AddCallback(_ => names.Add("plus"));
        simulation.TimeoutD(1, 9).AddCallback(_ => names.Add("before"));

        simulation.RunD(2);

        Assert.Equal(["before", "minus", "minus again"], names);
        Assert.Equal(2, simulation.NowD);
        Assert.Equal(2, simulation.PeekD());
        Assert.Equal(3, simulation.ProcessedEvents);

        simulation.RunD();

        Assert.Equal(["before", "minus", "minus again", "zero", "zero again", "plus"], names);
        Assert.Equal(6, simulation.ProcessedEvents);
    }

    [Fact, Trait("Source", "ByHand")]
    public void RunD_Twice_CountsFromNow()
    {
        Simulation simulation = new();
        Event[] timeouts = [simulation.TimeoutD(5), simulation.TimeoutD(10), simulation.TimeoutD(15)];

        simulation.RunD(10);
        Assert.Equal([true, false, false], timeouts.Select(timeout => timeout.IsProcessed));

        simulation.RunD(4.5);
        Assert.Equal([true, true, false], timeouts.Select(timeout => timeout.IsProcessed));
        Assert.Equal(14.5, simulation.NowD);
        Assert.Equal(15, simulation.PeekD());
    }

    [Fact, Trait("Source", "ByHand")]
    public void RunD_NothingScheduled_MovesTheClock()
    {
        Simulation simulation = new();

        Assert.Null(simulation.RunD(12.25));

        Assert.Equal(12.25, simulation.NowD);
        Assert.Equal(double.MaxValue, simulation.PeekD());
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void RunD_EndNotAfterNow_IsRefused(double until)
    {
        Assert.Throws<InvalidOperationException>(() => new Simulation().RunD(until));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_UntilAnEvent_ReturnsItsValueAndStopsThere()
    {
        Simulation simulation = new();
        Event stop = new(simulation);
        simulation.TimeoutD(3).AddCallback(_ => stop.Succeed("done"));
        Timeout sameTime = simulation.TimeoutD(3);
        Timeout later = simulation.TimeoutD(4);

        Assert.Equal("done", simulation.Run(stop));

        Assert.Equal(3, simulation.NowD);
        Assert.True(sameTime.IsProcessed);
        Assert.False(later.IsProcessed);
        Assert.Equal("done", simulation.Run(stop)); // It has happened: nothing runs.
        Assert.False(later.IsProcessed);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_UntilAnEvent_RunsTheCallbacksThatWereAddedBefore()
    {
        Simulation simulation = new();
        List<string> names = [];
        Timeout stop = simulation.TimeoutD(2);
        stop.AddCallback(_ => names.Add("before"));
        simulation.TimeoutD(1).AddCallback(_ => stop.AddCallback(_ => names.Add("after")));

        simulation.Run(stop);

        Assert.Equal(["before"], names);
        Assert.True(stop.IsProcessed);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_UntilAnEventThatNeverComes_SaysSo()
    {
        Simulation simulation = new();
        simulation.TimeoutD(1);

        Assert.Throws<InvalidOperationException>(() => simulation.Run(new Event(simulation)));
        Assert.Equal(1, simulation.NowD);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Step_OneEvent_HappensAlone()
    {
        Simulation simulation = new();
        simulation.TimeoutD(1);
        simulation.TimeoutD(2);

        simulation.Step();

        Assert.Equal(1, simulation.NowD);
        Assert.Equal(2, simulation.PeekD());
        simulation.Step();
        Assert.Throws<InvalidOperationException>(simulation.Step);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Step_OfDays_ConvertsTimeSpans()
    {
        Simulation simulation = new(TimeSpan.FromDays(1));
        simulation.Timeout(TimeSpan.FromHours(36));

        simulation.Run();

        Assert.Equal(1.5, simulation.NowD);
        Assert.Equal(0.25, simulation.ToDouble(TimeSpan.FromHours(6)));
        Assert.Equal(TimeSpan.FromHours(6), simulation.ToTimeSpan(0.25));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Simulation(TimeSpan.Zero));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_ABodyThrows_TheExceptionArrivesAndTheRestCanRunOn()
    {
        Simulation simulation = new();
        IEnumerable<Event> Broken()
        {
            yield return simulation.TimeoutD(1);
            throw new FormatException("broken");
        }

        Process process = simulation.Process(Broken());
        Timeout later = simulation.TimeoutD(2);

        Assert.Throws<FormatException>(() => simulation.Run());
        Assert.True(process.IsAlive);
        Assert.Throws<InvalidOperationException>(() => simulation.ActiveProcess);

        simulation.Run();
        Assert.True(later.IsProcessed);
    }
}
