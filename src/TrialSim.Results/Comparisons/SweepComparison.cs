using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;

namespace TrialSim.Results.Comparisons;

/// <summary>
/// Sets two sweeps against each other, cell by cell: those with the same values of the same keys. Where both have kept what single replicates have shown, and the cells have the same seed, replicate by replicate; as independent figures
/// otherwise, whose errors are, as a rule, too large for cells that share their luck.
/// </summary>
/// <param name="Keys">The varied keys.</param>
/// <param name="Rows">The rows, by cell of the first sweep; then those that the second alone has.</param>
public sealed record SweepComparison(IReadOnlyList<string> Keys, IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>Those of the two that have not kept what single replicates have shown.</summary>
    public IReadOnlyList<ComparedResults> WithoutLog { get; init; } = [];

    /// <summary>Compares two sweeps. In memory are the rows, and the replicates of two cells at a time.</summary>
    /// <param name="first">The results that are subtracted.</param>
    /// <param name="second">The results that they are subtracted from.</param>
    /// <exception cref="ResultsFolderException">A file cannot be read, or the sweeps vary different keys.</exception>
    public static SweepComparison Of(ComparedResults first, ComparedResults second)
    {
        ComparedSweep one = ComparedSweep.Read(first.PathOf(ResultsFiles.Sweep), [], first.Manifest.Cells ?? 0);
        ComparedSweep other = ComparedSweep.Read(second.PathOf(ResultsFiles.Sweep), one.Keys, second.Manifest.Cells ?? 0);
        if (!one.Keys.Order(StringComparer.Ordinal).SequenceEqual(other.Keys.Order(StringComparer.Ordinal)))
        {
            throw new ResultsFolderException($"The sweeps vary different keys: {string.Join(", ", one.Keys)} in '{first.Folder}', {string.Join(", ", other.Keys)} in '{second.Folder}'. Name two sweeps over the same keys.");
        }

        bool hasFirst = KeptCells.TryOpen(first, out SweepLog firstLog);
        bool hasSecond = KeptCells.TryOpen(second, out SweepLog secondLog);
        return new SweepComparison(one.Keys, RowsOf(one, other, hasFirst && hasSecond ? (cell, against) => PairedOf(secondLog.Read(against.Number), firstLog.Read(cell.Number)) : (_, _) => []))
        {
            WithoutLog = [.. hasFirst ? [] : new[] { first }, .. hasSecond ? [] : new[] { second }],
        };
    }

    private static List<ComparedRow> RowsOf(ComparedSweep one, ComparedSweep other, Func<ComparedCell, ComparedCell, Dictionary<ComparedQuantity, CellDifference>> pairedOf)
    {
        Dictionary<string, ComparedCell> seconds = [];
        foreach (ComparedCell cell in other.Cells)
        {
            seconds.TryAdd(cell.Place, cell);
        }

        List<ComparedRow> rows = [];
        List<ComparedRow> alone = [];
        HashSet<string> firsts = [];
        foreach (ComparedCell cell in one.Cells)
        {
            if (!seconds.TryGetValue(cell.Place, out ComparedCell? against))
            {
                rows.AddRange(cell.Rows.Select(row => new ComparedRow(cell.Values, row, null)));
                continue;
            }

            Dictionary<ComparedQuantity, CellDifference> paired = pairedOf(cell, against);
            Dictionary<ComparedQuantity, OperatingCharacteristic> of = against.Rows.DistinctBy(ComparedQuantity.Of).ToDictionary(ComparedQuantity.Of);
            rows.AddRange(cell.Rows.Select(row => new ComparedRow(cell.Values, row, of.GetValueOrDefault(ComparedQuantity.Of(row))) { Paired = paired.GetValueOrDefault(ComparedQuantity.Of(row)) }));
            if (firsts.Add(cell.Place))
            {
                HashSet<ComparedQuantity> own = [.. cell.Rows.Select(ComparedQuantity.Of)];
                alone.AddRange(against.Rows.Where(row => !own.Contains(ComparedQuantity.Of(row))).Select(row => new ComparedRow(cell.Values, null, row)));
            }
        }

        return [.. rows, .. alone, .. other.Cells.Where(cell => !firsts.Contains(cell.Place)).SelectMany(cell => cell.Rows.Select(row => new ComparedRow(cell.Values, null, row)))];
    }

    // The second less the first, of cells that share their luck.
    private static Dictionary<ComparedQuantity, CellDifference> PairedOf(CellRecord second, CellRecord first) => second.Seed != first.Seed
        ? []
        : CellDifferences.Between(ComparedOf(second), ComparedOf(first), "").Where(difference => difference.Error.HasValue)
            .DistinctBy(difference => ComparedQuantity.Of(difference.Row)).ToDictionary(difference => ComparedQuantity.Of(difference.Row));

    private static CellRecord ComparedOf(CellRecord cell) => cell with { Figures = [.. cell.Figures.Where(figure => ComparedSweep.Compares(figure.Row))] };
}
