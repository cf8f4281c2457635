namespace TrialSim.Tests;

/// <summary>What something costs in memory once it is compiled and its buffers have grown.</summary>
internal static class AllocatedBytes
{
    private const int Tries = 5;

    /// <summary>
    /// Bytes that the calling thread allocates: the least of several tries, because the runtime too may allocate on it once, as when it compiles again what is called often. What allocates by itself does so each time.
    /// </summary>
    public static long LeastOf(Action work)
    {
        work();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
