using TrialSim.Results.Folder;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Sweeps;

/// <summary>Writes the tables of a sweep from its log, cell by cell: what is in memory does not grow with their number.</summary>
/// <param name="draft">The results folder.</param>
/// <param name="keys">The varied keys.</param>
/// <param name="count">How many cells there are.</param>
/// <param name="placeOf">Where a cell stands.</param>
/// <param name="log">The cells, all of them.</param>
public sealed class SweepWriter(ResultsDraft draft, IReadOnlyList<string> keys, int count, Func<int, CellPlace> placeOf, SweepLog log)
{
    /// <summary>Writes <c>sweep.csv</c>, <c>cells.csv</c> and <c>differences.csv</c>.</summary>
    /// <param name="show">Called once a cell, in order, with the cell and its differences from others.</param>
    public void Write(Action<CellPlace, CellRecord, IReadOnlyList<CellDifference>> show) => draft.Guarded(() =>
    {
        // Guarded with their closing, which writes what is left in them.
        using CsvTable<(CellPlace, OperatingCharacteristic)> sweep = draft.CreateTable(ResultsFiles.Sweep, SweepColumns.Of(keys));
        using CsvTable<(CellPlace, CellRecord)> cells = draft.CreateTable(ResultsFiles.Cells, SweepColumns.OfCells(keys));
        using CsvTable<CellDifference> differences = draft.CreateTable(ResultsFiles.Differences, DifferenceColumns.All);
        CellRecord first = log.Read(1);
        for (int number = 1; number <= count; number++)
        {
            CellPlace place = placeOf(number);
            CellRecord record = log.Read(number);
            cells.Write((place, record));
            foreach (CellFigure figure in record.Figures)
            {
                sweep.Write((place, figure.Row));
            }

            CellDifference[] own = [.. DifferencesOf(place, record, first)];
            foreach (CellDifference difference in own)
            {
                differences.Write(difference);
            }

            show(place, record, own);
        }
    });

    // Against the first cell, where that is not a neighbour too, and against each neighbour.
    private IEnumerable<CellDifference> DifferencesOf(CellPlace place, CellRecord record, CellRecord first)
    {
        IEnumerable<CellDifference> fromFirst = place.Number > 1 && place.Before.All(before => before.Number != 1) ? CellDifferences.Between(record, first, "") : [];
        return fromFirst.Concat(place.Before.SelectMany(before => CellDifferences.Between(record, before.Number == 1 ? first : log.Read(before.Number), before.Along)));
    }
}
