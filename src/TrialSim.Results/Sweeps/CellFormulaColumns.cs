using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Sweeps;

/// <summary>The columns of a sweep's <c>formulas.csv</c>: those of a run's, with the cell and its values before them.</summary>
public static class CellFormulaColumns
{
    /// <summary>The columns, in order.</summary>
    /// <param name="keys">The varied keys.</param>
    public static ImmutableArray<Column<CellFormula>> Of(IReadOnlyList<string> keys) =>
    [
        new("cell", ColumnType.WholeNumber, "", "Number of the cell, from 1.", row => Cell.Of(row.Place.Number)),
        .. keys.Select((key, index) => new Column<CellFormula>(key, ColumnType.Text, "", SweepColumns.KeyDescription, row => row.Place.Values[index])),
        .. FormulaColumns.All.Select(column => new Column<CellFormula>(column.Name, column.Type, column.Unit, column.Description, row => column.Cell(row.Check))),
    ];
}
