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
            .. twice.Select(entry => $"{Cells(entry.Value)} in two files, {entry.Key.Item1} and {entry.Key.Item2}. Remove one of them."),
            .. owners.Count == cells ? [] : MissingIn(logs, owners, cells),
        ];
    }

    private static IEnumerable<string> MissingIn(IReadOnlyList<PieceLog> logs, Dictionary<uint, PieceLog> owners, int cells)
    {
        if (!MissingShards.TryCount(logs.Select(log => log.Header), out int of))
        {
            uint[] missing = [.. Enumerable.Range(1, cells).Select(number => (uint)number).Where(number => !owners.ContainsKey(number))];
            yield return $"{Cells(missing)} missing, and {MissingShards.OfSeveralNumbers}";
            yield break;
        }

        foreach (ShardNumber shard in Enumerable.Range(1, of).Select(number => new ShardNumber(number, of)))
        {
            ReplicateRange range = shard.RangeOf(cells);
            uint[] missing = [.. Enumerable.Range((int)range.First, (int)range.Count).Select(number => (uint)number).Where(number => !owners.ContainsKey(number))];
            if (missing.Length > 0)
            {
                yield return $"{Cells(missing)} missing: {MissingShards.Why(shard, logs.Any(log => log.Header.Shard == shard) ? range.Count - missing.Length : null, range.Count)}";
            }
        }
    }

    private static string Cells(IReadOnlyList<uint> ascending) => ascending.Count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"Cell {ascending[0]:N0} is")
        : $"Cells {NumberRanges.TextOf(ascending)} are";
}
