using TrialSim.Cli.Terminal;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Runs the cells of a sweep that are not there yet, several at the same time where there are enough of them.</summary>
internal static class SweepSimulation
{
    /// <summary>Runs them; after Ctrl-C fewer.</summary>
    /// <param name="subject">The sweep.</param>
    /// <param name="missing">Numbers of the cells.</param>
    /// <param name="log">Takes each as soon as it is finished.</param>
    /// <param name="threads">Threads, the calling one among them.</param>
    /// <param name="streams">Where to show progress.</param>
    /// <param name="cancellation">Stops the cells under way, of which nothing is kept.</param>
    /// <returns>How long it took.</returns>
    public static TimeSpan Run(SweepSubject subject, IReadOnlyList<int> missing, SweepLog log, int threads, TerminalStreams streams, CancellationToken cancellation)
    {
        if (missing.Count == 0)
        {
            return TimeSpan.Zero;
        }

        int atOnce = Math.Min(threads, missing.Count);
        ReplicateProgress progress = new(streams, TimeProvider.System, missing.Count) { Things = missing.Count == 1 ? "cell" : "cells" };
        object gate = new();
        long done = 0;
        progress.Show(report => CellWorkers.Run(
            missing.Count,
            atOnce,
            index =>
            {
                if (CellSimulation.Run(subject, missing[index], threads / atOnce, cancellation) is not CellRecord cell)
                {
                    return;
                }

                log.Add(cell);
                lock (gate)
                {
                    report(++done);
                }
            },
            cancellation));
        return progress.Elapsed;
    }
}
