namespace TrialSim.Kernel.Tests;

public sealed class CostTests
{
    // An event is a header, a type and five words: 48 bytes in a 64-bit process. The calendar is at its size after the warm-up, so a
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
        Assert.InRange(bytesPerTimeout, 1, 64);

        IEnumerable<Event> Body()
        {
            while (true)
            {
                yield return simulation.TimeoutD(1);
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
