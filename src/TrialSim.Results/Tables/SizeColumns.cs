using System.Collections.Immutable;
using TrialSim.Results.Sizes;

namespace TrialSim.Results.Tables;

/// <summary>The columns of the tables of a search for a size.</summary>
public static class SizeColumns
{
    /// <summary>The columns of <c>evaluations.csv</c>, in order.</summary>
    public static ImmutableArray<Column<EvaluatedFigure>> Evaluations { get; } =
    [
        new("evaluation", ColumnType.WholeNumber, "", "Number of the evaluation, in the order of the search.", row => Cell.Of(row.Evaluation)),
        new("purpose", ColumnType.Text, "", "bracket: to find sizes on both sides of the answer; refine: to find the answer; confirm: to confirm it.", row => SnakeCase.Of(row.Purpose.ToString())),
        new("size", ColumnType.Number, "as varied", "What was varied, in the unit that size.json states.", row => Cell.Of(row.Size)),
        new("first_replicate", ColumnType.WholeNumber, "", "Number of the first replicate; no two evaluations share one.", row => Cell.Of(row.FirstReplicate)),
        new("characteristic", ColumnType.Text, "", "The target's characteristic, as the command line takes it.", row => row.Characteristic),
        new("unit", ColumnType.Text, "", "Unit of the next two columns.", row => row.Unit),
        new("value", ColumnType.Number, "as stated", "The characteristic over these replicates.", row => Cell.Of(row.Figure.Value)),
        new("mc_standard_error", ColumnType.Number, "as stated", "Its Monte Carlo standard error.", row => Cell.Of(row.Figure.StandardError)),
        new("replicates", ColumnType.WholeNumber, "replicates", "Replicates that contribute.", row => Cell.Of(row.Figure.Replicates)),
    ];

    /// <summary>The columns of <c>curve.csv</c>, in order.</summary>
    public static ImmutableArray<Column<SizeCurvePoint>> Curve { get; } =
    [
        new("size", ColumnType.Number, "as varied", "What was varied, in the unit that size.json states.", row => Cell.Of(row.Size)),
        new("characteristic", ColumnType.Text, "", "The target's characteristic, as the command line takes it.", row => row.Characteristic),
        new("unit", ColumnType.Text, "", "Unit of the next three columns.", row => row.Unit),
        new("value", ColumnType.Number, "as stated", "The characteristic, as the line through the evaluations near its bound has it.", row => Cell.Of(row.Value)),
        new("lower", ColumnType.Number, "as stated", "Lower end of its 95 % interval.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "as stated", "Upper end of its 95 % interval.", row => Cell.Of(row.Upper)),
    ];
}
