using System.Globalization;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Shards;

namespace TrialSim.Results.Sweeps;

/// <summary>Whether shards hold each cell of their sweep once.</summary>
public static class CellCoverage
{
    /// <summary>What is missing and what is there twice, a sentence each; empty where all is well.</summary>
    /// <param name="logs">Logs of one sweep.</param>
    /// <param name="cells">Cells of the sweep.</param>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<PieceLog> logs, int cells)
    {
        Dictionary<uint, PieceLog> owners = [];
        SortedDictionary<(string, string), List<uint>> twice = [];
        foreach (PieceLog log in logs)
        {
            foreach (uint number in log.Numbers)
            {
                if (!owners.TryAdd(number, log))
                {
                    (string, string) files = (Path.GetFileName(owners[number].Path), Path.GetFileName(log.Path));
                    twice.TryAdd(files, []);
                    twice[files].Add(number);
                }
            }
        }

        return
        [
            .. twice.Select(entry => $"{Cells(entry.Value[0], entry.Value[^1])} are in two files, {entry.Key.Item1} and {entry.Key.Item2}. Remove one of them."),
            .. owners.Count == cells ? [] : MissingIn(logs, owners, cells),
        ];
    }

    // Where all shards are parts of the same number of shards, it is known which one should hold what is missing.
    private static IEnumerable<string> MissingIn(IReadOnlyList<PieceLog> logs, Dictionary<uint, PieceLog> owners, int cells)
    {
        if (logs.Select(log => log.Header.Shard.Of).Distinct().ToArray() is not [int of])
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{cells - owners.Count:N0} of {cells:N0} cells are missing, and the shards that are there are not all of the same number of shards. Remove those of one number, and run what is missing with --shard.");
            yield break;
        }

        foreach (ShardNumber shard in Enumerable.Range(1, of).Select(number => new ShardNumber(number, of)))
        {
            ReplicateRange range = shard.RangeOf(cells);
            int there = Enumerable.Range((int)range.First, (int)range.Count).Count(number => owners.ContainsKey((uint)number));
            if (there == range.Count)
            {
                continue;
            }

            yield return logs.Any(log => log.Header.Shard == shard)
                ? string.Create(CultureInfo.InvariantCulture, $"{Cells(range.First, range.First + range.Count - 1)} are not all there: shard {shard} stopped after {there:N0} of {range.Count:N0}. Run it again with --shard {shard}; it goes on where it stopped.")
                : $"{Cells(range.First, range.First + range.Count - 1)} are missing: shard {shard} is not there. Run it with --shard {shard}.";
        }
    }

    private static string Cells(uint first, uint last) => string.Create(CultureInfo.InvariantCulture, $"Cells {first:N0}–{last:N0}");
}
