using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;

namespace TrialSim.Cli.Commands;

/// <summary>Runs the replicates that a trial asks for, and shows how far it has come.</summary>
internal static class Simulation
{
    /// <summary>Simulates them; after Ctrl-C fewer than were asked for.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="curves">The curves that the first replicates keep.</param>
    /// <param name="threads">Threads, the calling one among them.</param>
    /// <param name="prepare">Does what can be done with a batch alone, on the thread that has simulated it.</param>
    /// <param name="add">Takes each batch, in order.</param>
    /// <param name="streams">Where to show progress.</param>
    /// <param name="cancellation">Stops the run at the end of the batches under way.</param>
    /// <returns>How long it took.</returns>
    public static TimeSpan Run(
        Trial trial, CurvePlan curves, int threads, Action<ReplicateBatch> prepare, Action<ReplicateBatch> add, TerminalStreams streams, CancellationToken cancellation)
    {
        ReplicateProgress progress = new(streams, TimeProvider.System, trial.Run.Replicates);
        long done = 0;
        progress.Show(report => Campaign.Run(
            trial,
            trial.Run.Seed,
            new ReplicateRange(1, (uint)trial.Run.Replicates),
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
