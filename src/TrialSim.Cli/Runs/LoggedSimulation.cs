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
    /// <param name="rule">When there are enough before all are there.</param>
    /// <param name="trial">The trial whose replicates they are.</param>
    /// <param name="curves">The curves that the first replicates keep.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="recorder">Takes all of them, in order.</param>
    /// <param name="streams">Where to show progress.</param>
    /// <param name="cancellation">Stops the run at the end of the batches under way.</param>
    /// <returns>How long the simulation took.</returns>
    public static TimeSpan Run(
        string path,
        LogHeader header,
        StoppingRule rule,
        Trial trial,
        CurvePlan curves,
        int threads,
        IReplicateSink recorder,
        TerminalStreams streams,
        CancellationToken cancellation)
    {
        long next = Math.Min(rule.NextAfter(0), header.Run.Replicates);
        bool isThere = ReplicateLog.TryOpen(path, out ReplicateLog earlier);
        bool isDone = false;
        if (isThere)
        {
            earlier.Replay(
                trial,
                header.Run.Replicates,
                batch =>
                {
                    recorder.Prepare(batch);
                    recorder.Add(batch);
                    isDone = IsDone();
                    return !isDone;
                },
                cancellation);
        }

        using ReplicateLogWriter log = isThere ? ReplicateLogWriter.GoOn(earlier) : ReplicateLogWriter.Begin(path, header);
        TimeSpan elapsed = TimeSpan.Zero;
        while (!isDone && !cancellation.IsCancellationRequested)
        {
            elapsed += Simulation.Run(
                trial,
                new ReplicateRange((uint)(header.Run.FirstReplicate + recorder.Replicates), (uint)(next - recorder.Replicates)),
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
            isDone = IsDone();
        }

        return elapsed;

        bool IsDone()
        {
            if (recorder.Replicates < next)
            {
                return false;
            }

            if (next == header.Run.Replicates || rule.IsEnough())
            {
                return true;
            }

            next = Math.Min(rule.NextAfter(next), header.Run.Replicates);
            return false;
        }
    }
}
