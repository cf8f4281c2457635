namespace TrialSim.Kernel.Tests;

public sealed class CalendarOrderTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Events_AtDifferentTimes_HappenInTheirTime()
    {
        Simulation simulation = new();
        List<double> times = [];
        foreach (double delay in new[] { 3.0, 1.0, 2.0, 0.0 })
        {
            simulation.TimeoutD(delay, priority: (int)delay).AddCallback(_ => times.Add(simulation.NowD));
        }

        simulation.Run();

        Assert.Equal([0.0, 1.0, 2.0, 3.0], times);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Events_AtOneTime_HappenByPriorityThenInTheOrderScheduled()
    {
        Simulation simulation = new();
        List<string> names = [];
        (string, int)[] scheduled = [("a", 0), ("b", 1), ("c", -1), ("d", 0), ("e", -1), ("f", int.MinValue), ("g", int.MaxValue)];
        foreach ((string name, int priority) in scheduled)
        {
            simulation.TimeoutD(1, priority).AddCallback(_ => names.Add(name));
        }

        simulation.Run();

        Assert.Equal(["f", "c", "e", "a", "d", "b", "g"], names);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Event_ScheduledLateForTheSameTimeWithSmallerPriority_HappensBeforeThoseThatWait()
    {
        Simulation simulation = new();
        List<string> names = [];
        simulation.TimeoutD(1).AddCallback(_ =>
        {
            names.Add("first");
            simulation.TimeoutD(0, -1).AddCallback(_ => names.Add("urgent"));
            simulation.TimeoutD(0).AddCallback(_ => names.Add("late"));
        });
        simulation.TimeoutD(1).AddCallback(_ => names.Add("second"));

        simulation.Run();

        Assert.Equal(["first", "urgent", "second", "late"], names);
    }

    // Property: whatever is scheduled happens in the order of a stable sort by (time, priority). Few distinct times and priorities, so that
    // most events tie.
    [Theory, Trait("Source", "Property")]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(1_000)]
    [InlineData(5_000)]
    public void Events_AnyNumberScheduledAtOnce_HappenInStableOrder(int count)
    {
        SplitMix64 draws = new((ulong)count);
        Simulation simulation = new();
        List<(int Time, int Priority, int Serial)> scheduled = [];
        List<(int Time, int Priority, int Serial)> happened = [];
        for (int serial = 0; serial < count; serial++)
        {
            (int Time, int Priority, int Serial) item = (draws.NextBelow(20), draws.NextBelow(5) - 2, serial);
            scheduled.Add(item);
            simulation.TimeoutD(item.Time, item.Priority).AddCallback(_ => happened.Add(item));
        }

        simulation.Run();

        Assert.Equal(scheduled.Order(), happened);
        Assert.Equal(count, simulation.ProcessedEvents);
    }

    // Property: the same, while events that happen schedule others, so that the calendar grows and shrinks.
    [Fact, Trait("Source", "Property")]
    public void Events_ScheduledWhileOthersHappen_NeverHappenOutOfOrder()
    {
        SplitMix64 draws = new(20);
        Simulation simulation = new();
        List<(double Time, int Priority, int Serial)> waiting = [];
        int serial = 0;
        int disorder = 0;
        void Add()
        {
            (double Time, int Priority, int Serial) item = (simulation.NowD + draws.NextBelow(6), draws.NextBelow(3), serial++);
            waiting.Add(item);
            simulation.TimeoutD(item.Time - simulation.NowD, item.Priority).AddCallback(_ =>
            {
                disorder += waiting.Min() == item ? 0 : 1;
                waiting.Remove(item);
                for (int more = draws.NextBelow(3); more > 0 && serial < 4_000; more--)
                {
                    Add();
                }
            });
        }

        for (int start = 0; start < 40; start++)
        {
            Add();
        }

        simulation.Run();

        Assert.Equal(0, disorder);
        Assert.Empty(waiting);
        Assert.True(serial > 500, $"Only {serial} events were scheduled.");
    }

    // A day reached from two sides is one instant: now + (day - now) is the day again, for days with a short binary fraction (here
    // multiples of 1/16, as months of 30.4375 days are).
    [Fact, Trait("Source", "Property")]
    public void Timeouts_ToOneDayFromDifferentTimes_MeetThereByPriority()
    {
        SplitMix64 draws = new(7);
        for (int repeat = 0; repeat < 2_000; repeat++)
        {
            Simulation simulation = new();
            List<string> names = [];
            double day = 700 + draws.NextBelow(16_000) / 16.0;
            simulation.TimeoutD(day, priority: -2).AddCallback(_ => names.Add("look"));
            simulation.TimeoutD(700 * draws.NextUniform()).AddCallback(
                _ => simulation.TimeoutD(day - simulation.NowD, priority: -3).AddCallback(_ => names.Add("death")));

            simulation.Run();

            Assert.Equal(["death", "look"], names);
            Assert.Equal(day, simulation.NowD);
        }
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Timeout_ImpossibleDelay_IsRefused(double delay)
    {
        Simulation simulation = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.TimeoutD(delay));
        Assert.Equal(double.MaxValue, simulation.PeekD());
    }
}
