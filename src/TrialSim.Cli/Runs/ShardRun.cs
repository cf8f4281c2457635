using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results.Costs;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Runs;

/// <summary>Simulates one shard of a run, or what is missing of it, and leaves nothing but its replicate logs.</summary>
internal static class ShardRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public static int Run(RunSubject subject, ShardNumber shard, RunOptions options, TerminalStreams streams, CancellationToken cancellation)
    {
        Trial trial = subject.Trial;
        RefuseMoreThan(trial.Run.Replicates, "replicates", shard.Of, "--shard");
        RefuseKeptLog(options.Log);
        if (options.Precision is not null)
        {
            throw new UserInputException($"{RunCommand.Precision}: how many replicates that needs shows in all of them together, not in a shard. Leave one of the two options out.");
        }

        ShardFolder folder = ShardFolder.Of(options.FolderOf(trial.Name), "--out");
        CostCheck.Require(
            subject.CostOf((simulated, part) => RunCost.OfShard(simulated, shard.RangeOf(trial.Run.Replicates).Count, FinishedWork.TrySkim(folder.PathOf(shard, part), out FinishedWork work) ? work.Count : 0)),
            options.Threads,
            options.FolderOf(trial.Name),
            options.Cost);
        using IDisposable held = Lock(folder, shard, streams, cancellation);
        RefuseOtherShards(folder, subject.HeaderOf(LogPart.Trial, shard));
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
            RefuseLost(path, folder.ShownPathOf(shard, part), recorder.Replicates);
            long last = header.Run.FirstReplicate + recorder.Replicates - 1;
            streams.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Shard {shard}: {(recorder.Replicates == header.Run.Replicates ? "complete" : "not complete")}, replicates {header.Run.FirstReplicate:N0}–{last:N0} are in {folder.ShownPathOf(shard, part)}"));
            return recorder.Replicates == header.Run.Replicates;
        }
    }

    /// <summary>Refuses what a shard does anyway.</summary>
    /// <exception cref="UserInputException">Its log is to be kept.</exception>
    public static void RefuseKeptLog(LogKeeping log)
    {
        if (log == LogKeeping.Kept)
        {
            throw new UserInputException($"{RunCommand.KeepLog}: a shard always keeps its log. Leave the option out.");
        }
    }

    /// <summary>Refuses shards that would be empty.</summary>
    /// <param name="count">Replicates of the run, or cells of the sweep.</param>
    /// <param name="things">The word for them.</param>
    /// <param name="shards">How many shards there are to be.</param>
    /// <param name="option">The option that asks for them.</param>
    /// <exception cref="UserInputException">There are more shards than that.</exception>
    public static void RefuseMoreThan(long count, string things, int shards, string option)
    {
        if (shards > count)
        {
            throw new UserInputException(string.Create(
                CultureInfo.InvariantCulture, $"{option}: {shards:N0} shards are more than the {count:N0} {things}. Write fewer shards, or more {things}."));
        }
    }

    /// <summary>Waits until no other process is at a shard: a scheduler starts a job again elsewhere while the first one still runs where it can no longer be reached.</summary>
    /// <returns>Keeps others from it until it is disposed of.</returns>
    public static IDisposable Lock(ShardFolder folder, ShardNumber shard, TerminalStreams streams, CancellationToken cancellation)
    {
        IDisposable held;
        for (bool isSaid = false; !folder.TryLock(shard, out held); isSaid = true)
        {
            if (!isSaid)
            {
                streams.Error.WriteLine($"Another process is at shard {shard}. This one waits for its end, and then does what is left.");
            }

            if (cancellation.WaitHandle.WaitOne(BetweenLooks))
            {
                throw new OperationCanceledException();
            }
        }

        return held;
    }

    /// <summary>Refuses a shard that could never be joined with those that are there, before time is spent on it.</summary>
    /// <exception cref="UserInputException">The folder holds shards of another run or sweep, or parts of another number of them.</exception>
    public static void RefuseOtherShards(ShardFolder folder, LogHeader asked)
    {
        if (!folder.TrySkimAnother(asked.Shard, out FinishedWork other))
        {
            return;
        }

        string name = Path.GetFileName(other.Path);
        bool isOfCells = other.Header.Part == LogPart.Cells;
        IReadOnlyList<string> differences = isOfCells != (asked.Part == LogPart.Cells) ? [isOfCells ? "  it is of a sweep, this one of a run" : "  it is of a run, this one of a sweep"]
            : other.Header.Shard.Of != asked.Shard.Of ? [$"  it is one of {other.Header.Shard.Of} shards, this one of {asked.Shard.Of}"]
            : isOfCells ? RunDifferences.WhenGoingOn(other.Header, asked)
            : RunDifferences.All(other.Header, asked);
        if (differences.Count > 0)
        {
            throw new UserInputException(
                $"--shard: this shard could not be joined with {name}, which is there already.\n{string.Join('\n', differences)}\nRun it as the other was run, remove what is there, or name another folder with --out.");
        }
    }

    /// <summary>Refuses to call finished what is no longer there.</summary>
    /// <param name="path">The log.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="count">Replicates or cells that were written to it.</param>
    /// <exception cref="UserInputException">Somebody has removed it.</exception>
    public static void RefuseLost(string path, string shown, long count)
    {
        if (count > 0 && !(FinishedWork.TrySkim(path, out FinishedWork work) && work.Count >= count))
        {
            throw new UserInputException($"{shown} was removed or changed while it was being written. Run the shard again, and leave that file alone until its run has ended.");
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
