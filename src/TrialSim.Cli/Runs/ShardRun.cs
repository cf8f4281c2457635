using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Runs;

/// <summary>Simulates one shard of a run, or what is missing of it, and leaves nothing but its replicate logs.</summary>
internal static class ShardRun
{
    public static int Run(RunSubject subject, ShardNumber shard, RunOptions options, TerminalStreams streams, CancellationToken cancellation)
    {
        Trial trial = subject.Trial;
        if (shard.Of > trial.Run.Replicates)
        {
            throw new UserInputException(string.Create(
                CultureInfo.InvariantCulture, $"--shard: {shard.Of:N0} shards are more than the {trial.Run.Replicates:N0} replicates. Write fewer shards, or more replicates."));
        }

        if (options.Log == LogKeeping.Kept)
        {
            throw new UserInputException($"{RunCommand.KeepLog}: a shard always keeps its log. Leave the option out.");
        }

        if (options.Precision is not null)
        {
            throw new UserInputException($"{RunCommand.Precision}: how many replicates that needs shows in all of them together, not in a shard. Leave one of the two options out.");
        }

        ShardFolder folder = ShardFolder.Of(options.FolderOf(trial.Name), "--out");
        using IDisposable held = folder.Lock(shard);
        bool isComplete = RunPart(LogPart.Trial, trial, CurvePlanner.Plan(trial, trial.Run.Seed));
        if (isComplete && subject.Null is { Tests.IsEmpty: false } nullTrial)
        {
            streams.Error.WriteLine("The same under the null hypothesis:");
            isComplete = RunPart(LogPart.Null, nullTrial.Trial, CurvePlan.None);
        }

        if (!isComplete)
        {
            streams.Error.WriteLine("Stopped. What is finished is kept; the same command goes on with it.");
        }

        return isComplete ? ExitCode.Done : ExitCode.Cancelled;

        bool RunPart(LogPart part, Trial simulated, CurvePlan curves)
        {
            LogHeader header = subject.HeaderOf(part, shard);
            string path = folder.PathOf(shard, part);
            RefuseOtherRuns(path, folder.ShownPathOf(shard, part), header);
            NoRecorder recorder = new();
            LoggedSimulation.Run(path, header, StoppingRule.None, simulated, curves, options.Threads, recorder, streams, cancellation);
            long last = header.Run.FirstReplicate + recorder.Replicates - 1;
            streams.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Shard {shard}: {(recorder.Replicates == header.Run.Replicates ? "complete" : "not complete")}, replicates {header.Run.FirstReplicate:N0}–{last:N0} are in {folder.ShownPathOf(shard, part)}"));
            return recorder.Replicates == header.Run.Replicates;
        }
    }

    private static void RefuseOtherRuns(string path, string shown, LogHeader header)
    {
        if (ReplicateLog.TryOpen(path, out ReplicateLog log) && RunDifferences.All(log.Header, header) is { Count: > 0 } differences)
        {
            throw new UserInputException($"{shown} is of another run.\n{string.Join('\n', differences)}\nRun it as it was, remove the file, or name another folder with --out.");
        }
    }
}
