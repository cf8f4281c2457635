using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Comparisons;

/// <summary>The columns of <c>compare.csv</c>.</summary>
public static class ComparisonColumns
{
    /// <summary>The columns, in order.</summary>
    /// <param name="keys">Of sweeps the varied keys; none of runs.</param>
    public static ImmutableArray<Column<ComparedRow>> Of(IReadOnlyList<string> keys) =>
    [
        .. keys.Select((key, index) => new Column<ComparedRow>(key, ColumnType.Text, "", "The value of this key in the cell.", row => row.Values[index])),
        .. OperatingCharacteristicColumns.All.TakeWhile(column => column.Name != "value")
            .Select(column => new Column<ComparedRow>(column.Name, column.Type, column.Unit, column.Name == "unit" ? "Unit of the figures." : column.Description, row => column.Cell(row.Row))),
        new("first", ColumnType.Number, "as stated", "The value in the first results; empty where they have none.", row => Cell.Of(row.First?.Value)),
        new("first_mc_standard_error", ColumnType.Number, "as stated", "Its Monte Carlo standard error.", row => Cell.Of(row.First?.MonteCarloStandardError)),
        new("second", ColumnType.Number, "as stated", "The value in the second results; empty where they have none.", row => Cell.Of(row.Second?.Value)),
        new("second_mc_standard_error", ColumnType.Number, "as stated", "Its Monte Carlo standard error.", row => Cell.Of(row.Second?.MonteCarloStandardError)),
        new("difference", ColumnType.Number, "as stated", "The second value less the first.", row => Cell.Of(row.Difference)),
        new("mc_standard_error", ColumnType.Number, "as stated", "Monte Carlo standard error of the difference: paired by replicate where pairs are stated, of independent figures otherwise.", row => Cell.Of(row.Error)),
        new("lower", ColumnType.Number, "as stated", "Lower end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "as stated", "Upper end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Upper)),
        new("independent_mc_standard_error", ColumnType.Number, "as stated", "The error that the difference would have of independent figures.", row => Cell.Of(row.IndependentError)),
        new("pairs", ColumnType.WholeNumber, "replicates", "Replicates that were set against each other one by one, of the first 10,000; empty where they could not be.", row => row.Paired is null ? Cell.Missing : Cell.Of(row.Paired.Pairs)),
    ];
}
