using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;

namespace TrialSim.Results.Comparisons;

/// <summary>Sets two runs against each other: replicate by replicate where both have the same seed, so that they share their luck; as independent figures otherwise.</summary>
public static class RunComparison
{
    /// <summary>A row for each operating characteristic of the first, then for those that the second alone has.</summary>
    /// <param name="first">The results that are subtracted.</param>
    /// <param name="second">The results that they are subtracted from.</param>
    /// <exception cref="ResultsFolderException">A file cannot be read.</exception>
    public static IReadOnlyList<ComparedRow> Of(ComparedResults first, ComparedResults second)
    {
        (IReadOnlyList<OperatingCharacteristic> one, IReadOnlyList<OperatingCharacteristic> other) = (RowsOf(first), RowsOf(second));
        Dictionary<ComparedQuantity, OperatingCharacteristic> seconds = [];
        foreach (OperatingCharacteristic row in other)
        {
            seconds.TryAdd(ComparedQuantity.Of(row), row);
        }

        Dictionary<ComparedQuantity, CellDifference> paired = ArePaired(first, second) ? PairedOf(first, one, second, other) : [];
        ComparedRow[] rows =
        [
            .. one.Select(row => new ComparedRow([], row, seconds.GetValueOrDefault(ComparedQuantity.Of(row))) { Paired = paired.GetValueOrDefault(ComparedQuantity.Of(row)) }),
        ];
        HashSet<ComparedQuantity> firsts = [.. one.Select(ComparedQuantity.Of)];
        return [.. rows, .. other.Where(row => !firsts.Contains(ComparedQuantity.Of(row))).Select(row => new ComparedRow([], null, row))];
    }

    /// <summary>Whether replicates of two results have the same luck.</summary>
    public static bool ArePaired(ComparedResults first, ComparedResults second) => first.Manifest.Seed == second.Manifest.Seed && first.Manifest.FirstReplicate == second.Manifest.FirstReplicate;

    private static Dictionary<ComparedQuantity, CellDifference> PairedOf(ComparedResults first, IReadOnlyList<OperatingCharacteristic> one, ComparedResults second, IReadOnlyList<OperatingCharacteristic> other)
    {
        Dictionary<ComparedQuantity, CellDifference> paired = [];
        foreach (CellDifference difference in CellDifferences.Between(CellOf(second, other), CellOf(first, one), "").Where(difference => difference.Error.HasValue))
        {
            paired.TryAdd(ComparedQuantity.Of(difference.Row), difference);
        }

        return paired;
    }

    private static CellRecord CellOf(ComparedResults results, IReadOnlyList<OperatingCharacteristic> rows) => new(
        1, "", results.Manifest.Seed, results.Manifest.Replicates, [.. ReplicateSeries.Of(results.PathOf(ResultsFiles.Replicates), results.Manifest.Replicates, rows)]);

    private static IReadOnlyList<OperatingCharacteristic> RowsOf(ComparedResults results) => ResultsJson.ReadCharacteristics(results.PathOf(ResultsFiles.OperatingCharacteristicsJson));
}
