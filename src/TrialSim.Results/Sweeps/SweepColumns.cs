using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Sweeps;

/// <summary>The columns of <c>sweep.csv</c> and <c>cells.csv</c>: those of each sweep, with one for each varied key.</summary>
public static class SweepColumns
{
    internal const string KeyDescription = "The value of this key in the cell, as it would be written in the scenario.";

    /// <summary>The columns of <c>sweep.csv</c>, in order.</summary>
    /// <param name="keys">The varied keys.</param>
    public static ImmutableArray<Column<(CellPlace Cell, OperatingCharacteristic Row)>> Of(IReadOnlyList<string> keys) =>
    [
        new("cell", ColumnType.WholeNumber, "", "Number of the cell, from 1.", row => Cell.Of(row.Cell.Number)),
        .. keys.Select((key, index) => new Column<(CellPlace Cell, OperatingCharacteristic Row)>(key, ColumnType.Text, "", KeyDescription, row => row.Cell.Values[index])),
        .. OperatingCharacteristicColumns.All.Select(column => new Column<(CellPlace Cell, OperatingCharacteristic Row)>(column.Name, column.Type, column.Unit, column.Description, row => column.Cell(row.Row))),
    ];

    /// <summary>The columns of <c>cells.csv</c>, in order.</summary>
    /// <param name="keys">The varied keys.</param>
    public static ImmutableArray<Column<(CellPlace Cell, CellRecord Record)>> OfCells(IReadOnlyList<string> keys) =>
    [
        new("cell", ColumnType.WholeNumber, "", "Number of the cell, from 1.", row => Cell.Of(row.Cell.Number)),
        .. keys.Select((key, index) => new Column<(CellPlace Cell, CellRecord Record)>(key, ColumnType.Text, "", KeyDescription, row => row.Cell.Values[index])),
        new("seed", ColumnType.WholeNumber, "", "Key of its draws: the same in all cells, unless they are independent.", row => row.Record.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("replicates", ColumnType.WholeNumber, "replicates", "Its replicates.", row => Cell.Of(row.Record.Replicates)),
        new("resolved_scenario_sha256", ColumnType.Text, "", "Hash of its resolved scenario: that of a run of the cell alone, with these values in place of what the scenario says.", row => row.Record.Digest),
    ];
}
