using System.Globalization;

namespace TrialSim.Results.Shards;

/// <summary>Whether shards hold each replicate of their run once.</summary>
public static class ShardCoverage
{
    /// <summary>What is missing and what is there twice, a sentence each; empty where all is well.</summary>
    /// <param name="logs">Logs of one run and one part, in the order of their replicates.</param>
    /// <param name="part">The part.</param>
    /// <param name="replicates">Replicates of the run.</param>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<ReplicateLog> logs, LogPart part, long replicates)
    {
        List<string> faults = [];
        long next = 1;
        string before = "";
        foreach (ReplicateLog log in logs)
        {
            long first = log.Header.Run.FirstReplicate;
            long last = first + log.Replicates - 1;
            if (first > next)
            {
                AddMissing(faults, logs, part, next, first - 1);
            }
            else if (first < next && last >= first)
            {
                faults.Add($"{Replicates(first, Math.Min(last, next - 1), part)} are in two files, {before} and {Path.GetFileName(log.Path)}. Remove one of them.");
            }

            if (last >= next)
            {
                next = last + 1;
                before = Path.GetFileName(log.Path);
            }
        }

        if (next <= replicates)
        {
            AddMissing(faults, logs, part, next, replicates);
        }

        return faults;
    }

    private static void AddMissing(List<string> faults, IReadOnlyList<ReplicateLog> logs, LogPart part, long first, long last)
    {
        if (!MissingShards.TryCount(logs.Select(log => log.Header), out int of))
        {
            faults.Add($"{Replicates(first, last, part)} are missing, and {MissingShards.OfSeveralNumbers}");
            return;
        }

        ShardNumber[] owners =
        [
            .. Enumerable.Range(1, of).Select(number => new ShardNumber(number, of))
                .Where(shard => shard.RangeOf(logs[0].Header.Run.ReplicatesRequested) is { Count: > 0 } range && range.First <= last && range.First + range.Count - 1 >= first),
        ];
        foreach (ShardNumber shard in owners)
        {
            (uint start, uint count) = shard.RangeOf(logs[0].Header.Run.ReplicatesRequested);
            string missing = Replicates(Math.Max(first, start), Math.Min(last, start + count - 1), part);
            faults.Add($"{missing} are missing: {MissingShards.Why(shard, logs.FirstOrDefault(log => log.Header.Shard == shard)?.Replicates, count)}");
        }
    }

    private static string Replicates(long first, long last, LogPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"Replicates {first:N0}–{last:N0}{(part == LogPart.Null ? " under the null hypothesis" : "")}");
}
