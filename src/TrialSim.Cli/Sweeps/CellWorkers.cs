using System.Runtime.ExceptionServices;

namespace TrialSim.Cli.Sweeps;

/// <summary>Several threads that take one thing after another, the calling one among them.</summary>
internal static class CellWorkers
{
    /// <summary>Does a number of things.</summary>
    /// <param name="count">How many.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="work">Does the thing of an index, from 0; called by several threads at the same time.</param>
    /// <param name="cancellation">No further thing is begun; the caller asks it whether all were done.</param>
    public static void Run(int count, int threads, Action<int> work, CancellationToken cancellation)
    {
        int next = -1;
        ExceptionDispatchInfo? failure = null;
        Thread[] workers = [.. Enumerable.Range(2, Math.Max(0, Math.Min(threads, count) - 1)).Select(number => new Thread(Work) { IsBackground = true, Name = $"cells {number}" })];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        Work();
        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        failure?.Throw();

        void Work()
        {
            try
            {
                for (int index = Interlocked.Increment(ref next); index < count && !cancellation.IsCancellationRequested; index = Interlocked.Increment(ref next))
                {
                    work(index);
                }
            }
#pragma warning disable CA1031 // Thrown again on the calling thread, once no other thread is at work.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                Interlocked.Exchange(ref next, count);
            }
        }
    }
}
