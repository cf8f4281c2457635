using System.Collections.Immutable;
using TrialSim.Cli.Runs;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>How far the shards of a run have come, from their files alone.</summary>
/// <param name="Shards">Each of them, in order.</param>
internal sealed record ShardStates(ImmutableArray<ShardProgress> Shards)
{
    /// <summary>Replicates that are finished.</summary>
    public long Replicates => Shards.Sum(shard => shard.Replicates);

    /// <summary>How many there are to be.</summary>
    public long Wanted => Shards.Sum(shard => shard.Of);

    /// <summary>Looks at the shards in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shards">How many there are to be.</param>
    /// <param name="subject">The run that they are to be of.</param>
    /// <exception cref="UserInputException">There are shards of another run, or of another number of shards.</exception>
    public static ShardStates Of(ShardFolder folder, int shards, RunSubject subject)
    {
        IReadOnlyList<ReplicateLog> logs = folder.SkimAll();
        foreach (ReplicateLog log in logs)
        {
            RefuseOther(log, subject.HeaderOf(log.Header.Part, log.Header.Shard), shards);
        }

        int parts = subject.Null is { Tests.IsEmpty: false } ? 2 : 1;
        ILookup<ShardNumber, ReplicateLog> byShard = logs.ToLookup(log => log.Header.Shard);
        return new ShardStates(
        [
            .. Enumerable.Range(1, shards).Select(number => new ShardNumber(number, shards))
                .Select(shard => ProgressOf(shard, byShard[shard], parts * (long)shard.RangeOf(subject.Trial.Run.Replicates).Count, folder)),
        ]);
    }

    /// <summary>The same where none of them has begun.</summary>
    public static ShardStates NoneOf(ShardFolder folder, int shards, long replicates) => new(
    [
        .. Enumerable.Range(1, shards).Select(number => new ShardNumber(number, shards)).Select(shard => ProgressOf(shard, [], shard.RangeOf(replicates).Count, folder)),
    ]);

    private static ShardProgress ProgressOf(ShardNumber shard, IEnumerable<ReplicateLog> logs, long of, ShardFolder folder)
    {
        long replicates = logs.Sum(log => log.Replicates);
        ShardState state = replicates >= of ? ShardState.Complete
            : folder.IsLocked(shard) ? ShardState.Running
            : replicates > 0 ? ShardState.Stopped
            : ShardState.NotBegun;
        return new ShardProgress(shard, state, replicates, of, logs.Select(log => File.GetLastWriteTimeUtc(log.Path)).DefaultIfEmpty(DateTime.MinValue).Max());
    }

    private static void RefuseOther(ReplicateLog log, LogHeader asked, int shards)
    {
        string name = Path.GetFileName(log.Path);
        if (RunDifferences.All(log.Header, asked) is { Count: > 0 } differences)
        {
            throw new UserInputException($"{log.Path} is of another run.\n{string.Join('\n', differences)}\nRun it as it was, remove the file, or name another folder with --out.");
        }

        if (log.Header.Shard.Of != shards)
        {
            throw new UserInputException($"{name} is one of {log.Header.Shard.Of} shards, not of {shards}, and their replicates would be there twice. Remove it, ask for {log.Header.Shard.Of} shards, or name another folder.");
        }
    }
}
