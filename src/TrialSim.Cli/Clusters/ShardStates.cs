using System.Collections.Immutable;
using TrialSim.Cli.Runs;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>How far the shards of a run or a sweep have come, from their files alone.</summary>
/// <param name="Shards">Each of them, in order.</param>
internal sealed record ShardStates(ImmutableArray<ShardProgress> Shards)
{
    /// <summary>Replicates, or cells, that are finished.</summary>
    public long Finished => Shards.Sum(shard => shard.Finished);

    /// <summary>How many there are to be.</summary>
    public long Wanted => Shards.Sum(shard => shard.Wanted);

    /// <summary>Looks at the shards in a folder, and checks all bytes of those at which no process is.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shards">How many there are to be.</param>
    /// <param name="work">What they are to be of.</param>
    /// <param name="whatToDo">What a person can do where they are not.</param>
    /// <exception cref="UserInputException">There are shards of something else, or of another number of shards.</exception>
    public static ShardStates Of(ShardFolder folder, int shards, ClusterWork work, string whatToDo)
    {
        IReadOnlyList<FinishedWork> logs = folder.SkimAll();
        foreach (FinishedWork log in logs)
        {
            RefuseOther(log, work, shards, whatToDo);
        }

        ILookup<ShardNumber, FinishedWork> byShard = logs.ToLookup(log => log.Header.Shard);
        return All(shards, shard => ProgressOf(shard, byShard[shard], work.Parts * (long)shard.RangeOf(work.Count).Count, folder));
    }

    /// <summary>The same where none of them has left anything.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shards">How many there are to be.</param>
    /// <param name="run">What they are to be of.</param>
    /// <param name="parts">How often each replicate is simulated.</param>
    public static ShardStates NoneOf(ShardFolder folder, int shards, Manifest run, int parts) =>
        All(shards, shard => ProgressOf(shard, [], parts * (long)shard.RangeOf(ClusterWork.CountOf(run)).Count, folder));

    private static ShardStates All(int shards, Func<ShardNumber, ShardProgress> progressOf) => new([.. Enumerable.Range(1, shards).Select(number => progressOf(new ShardNumber(number, shards)))]);

    private static ShardProgress ProgressOf(ShardNumber shard, IEnumerable<FinishedWork> logs, long wanted, ShardFolder folder)
    {
        bool isLocked = folder.IsLocked(shard);
        string fault = isLocked ? "" : FaultOf(logs);
        long finished = fault.Length > 0 ? 0 : logs.Sum(log => log.Count);
        ShardState state = fault.Length > 0 ? ShardState.Damaged
            : finished >= wanted ? ShardState.Complete
            : isLocked ? ShardState.Running
            : finished > 0 ? ShardState.Stopped
            : ShardState.NotBegun;
        return new ShardProgress(shard, state, finished, wanted, logs.Select(log => File.GetLastWriteTimeUtc(log.Path)).DefaultIfEmpty(DateTime.MinValue).Max(), fault);
    }

    // The heads of its frames tell how far a log has come, its bytes alone whether they can be merged.
    private static string FaultOf(IEnumerable<FinishedWork> logs)
    {
        try
        {
            foreach (FinishedWork log in logs)
            {
                FinishedWork.TryRead(log.Path, out _);
            }

            return "";
        }
        catch (ResultsFolderException damage)
        {
            return damage.Message;
        }
    }

    private static void RefuseOther(FinishedWork log, ClusterWork work, int shards, string whatToDo)
    {
        if ((log.Header.Part == LogPart.Cells) != work.IsSweep)
        {
            throw new UserInputException($"{log.Path} is of a {(work.IsSweep ? "run, not of a sweep" : "sweep, not of a run")}. {whatToDo}");
        }

        if (RunDifferences.All(log.Header, work.HeaderOf(log.Header.Part, log.Header.Shard)) is { Count: > 0 } differences)
        {
            throw new UserInputException($"{log.Path} is of another {(work.IsSweep ? "sweep" : "run")}.\n{string.Join('\n', differences)}\n{whatToDo}");
        }

        if (log.Header.Shard.Of != shards)
        {
            throw new UserInputException(
                $"{Path.GetFileName(log.Path)} is one of {log.Header.Shard.Of} shards, not of {shards}, and their {ClusterWork.ThingsOf(work.Manifest)} would be there twice. {whatToDo}");
        }
    }
}
