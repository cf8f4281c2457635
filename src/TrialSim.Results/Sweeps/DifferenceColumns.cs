using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Sweeps;

/// <summary>The columns of <c>differences.csv</c>.</summary>
public static class DifferenceColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<CellDifference>> All { get; } =
    [
        new("cell", ColumnType.WholeNumber, "", "Number of the cell.", row => Cell.Of(row.Cell)),
        new("against", ColumnType.WholeNumber, "", "Number of the cell that is subtracted: the one before it along a key, or the first.", row => Cell.Of(row.Against)),
        new("along", ColumnType.Text, "", "The key or keys along which the two are neighbours; empty against the first cell.", row => row.Along),
        .. OperatingCharacteristicColumns.All.TakeWhile(column => column.Name != "value")
            .Select(column => new Column<CellDifference>(column.Name, column.Type, column.Name == "unit" ? "" : column.Unit, column.Name == "unit" ? "Unit of the next five columns." : column.Description, row => column.Cell(row.Row))),
        new("difference", ColumnType.Number, "as stated", "The value of the cell less that of the other one.", row => Cell.Of(row.Difference)),
        new("mc_standard_error", ColumnType.Number, "as stated", "Its Monte Carlo standard error, paired by replicate where both cells have the same seed.", row => Cell.Of(row.Error)),
        new("lower", ColumnType.Number, "as stated", "Lower end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "as stated", "Upper end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Upper)),
        new("independent_mc_standard_error", ColumnType.Number, "as stated", "The error that it would have, had the cells drawn independently.", row => Cell.Of(row.IndependentError)),
        new("times_smaller", ColumnType.Number, "ratio", "How many times smaller the error is than that: its square is how many times as many replicates independent cells would need.", row => Cell.Of(row.TimesSmaller)),
        new("pairs", ColumnType.WholeNumber, "replicates", string.Create(CultureInfo.InvariantCulture, $"Replicates that have shown the quantity in both cells, of the first {CellRecorder.MostInSeries:N0}."), row => Cell.Of(row.Pairs)),
    ];
}
