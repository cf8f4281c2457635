using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;

namespace TrialSim.Cli.Commands;

/// <summary>Runs replicates of a trial, and shows how far it has come.</summary>
internal static class Simulation
{
    /// <summary>Simulates them; after Ctrl-C fewer than were asked for.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="range">The replicates; there may be none.</param>
    /// <param name="curves">The curves that the first replicates keep.</param>
    /// <param name="threads">Threads, the calling one among them.</param>
    /// <param name="prepare">Does what can be done with a batch alone, on the thread that has simulated it.</param>
    /// <param name="add">Takes each batch, in order.</param>
    /// <param name="streams">Where to show progress.</param>
    /// <param name="cancellation">Stops the run at the end of the batches under way.</param>
    /// <returns>How long it took.</returns>
    public static TimeSpan Run(
        Trial trial,
        ReplicateRange range,
        CurvePlan curves,
        int threads,
        Action<ReplicateBatch> prepare,
        Action<ReplicateBatch> add,
        TerminalStreams streams,
        CancellationToken cancellation)
    {
        if (range.Count == 0)
        {
            return TimeSpan.Zero;
        }

        ReplicateProgress progress = new(streams, TimeProvider.System, range.Count);
        long done = 0;
        progress.Show(report => Campaign.Run(
            trial,
            trial.Run.Seed,
            range,
            curves,
            threads,
            prepare,
            batch =>
            {
                add(batch);
                done += batch.Count;
                report(done);
            },
            cancellation));
        return progress.Elapsed;
    }
}
