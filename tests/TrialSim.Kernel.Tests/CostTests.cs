namespace TrialSim.Kernel.Tests;

public sealed class CostTests
{
    private const int MostBytesPerTimeout = 64;

    // An event is a header, a type and three words: 40 bytes in a 64-bit process. The calendar is at its size after the warm-up, so a
    // timeout costs nothing else.
    [Fact, Trait("Source", "ByHand")]
    public void Timeout_WaitedForByAProcess_AllocatesNothingButItself()
    {
        const int Warmup = 200;
        const int Counted = 1_000;
        Simulation simulation = new();
        simulation.Process(Body());

        simulation.RunD(Warmup + 0.5);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Counted; i++)
        {
            simulation.Step();
        }

        long bytesPerTimeout = (GC.GetAllocatedBytesForCurrentThread() - before) / Counted;
        Assert.InRange(bytesPerTimeout, 1, MostBytesPerTimeout);

        IEnumerable<Event> Body()
        {
            while (true)
            {
                yield return simulation.TimeoutD(1);
            }
        }
    }

    // Everything counts: 40 bytes of a timeout, and of each process its iterator of 80, itself of 56 and its share of a calendar that has
    // grown to 16,384 places of 32 bytes and left smaller ones behind, 105, over twelve timeouts.
    [Fact, Trait("Source", "ByHand")]
    public void Timeouts_OfTenThousandProcessesAtOnce_AllocateNoMoreThanTheLimitEach()
    {
        const int Processes = 10_000;
        const int TimeoutsEach = 12;
        Simulation simulation = new();
        SplitMix64 draws = new(3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int process = 0; process < Processes; process++)
        {
            simulation.Process(Body(0, TimeoutsEach));
        }

        simulation.Run();

        double bytesPerTimeout = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / (Processes * TimeoutsEach);
        Assert.InRange(bytesPerTimeout, 1, MostBytesPerTimeout);

        IEnumerable<Event> Body(int first, int count)
        {
            for (int index = first; index < first + count; index++)
            {
                yield return simulation.TimeoutD(draws.NextUniform());
            }
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Simulation_New_AllocatesLessThanHalfAKilobyte()
    {
        GC.KeepAlive(new Simulation());
        long before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(new Simulation());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 512);
    }
}
