using TrialSim.Cli.Commands;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Runs;

/// <summary>Runs the replicates of a replicate log that it does not hold yet.</summary>
internal static class LoggedSimulation
{
    /// <summary>Records what the log holds, then simulates, records and logs the rest; after Ctrl-C less than that.</summary>
    /// <param name="path">The log; it need not be there.</param>
    /// <param name="header">What it is of, where it is not there.</param>
    /// <param name="trial">The trial whose replicates they are.</param>
    /// <param name="curves">The curves that the first replicates keep.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="recorder">Takes all of them, in order.</param>
    /// <param name="streams">Where to show progress.</param>
    /// <param name="cancellation">Stops the run at the end of the batches under way.</param>
    /// <returns>How long the simulation took.</returns>
    public static TimeSpan Run(
        string path, ReplicateLogHeader header, Trial trial, CurvePlan curves, int threads, IReplicateSink recorder, TerminalStreams streams, CancellationToken cancellation)
    {
        bool isThere = ReplicateLog.TryOpen(path, out ReplicateLog earlier);
        if (isThere)
        {
            earlier.Replay(
                trial,
                header.Run.Replicates,
                batch =>
                {
                    recorder.Prepare(batch);
                    recorder.Add(batch);
                },
                cancellation);
        }

        using ReplicateLogWriter log = isThere ? ReplicateLogWriter.GoOn(earlier) : ReplicateLogWriter.Begin(path, header);
        long done = Math.Min(log.Replicates, header.Run.Replicates);
        return Simulation.Run(
            trial,
            new ReplicateRange((uint)(header.Run.FirstReplicate + done), (uint)(header.Run.Replicates - done)),
            curves,
            threads,
            batch =>
            {
                recorder.Prepare(batch);
                log.Prepare(batch);
            },
            batch =>
            {
                recorder.Add(batch);
                log.Add(batch);
            },
            streams,
            cancellation);
    }
}
