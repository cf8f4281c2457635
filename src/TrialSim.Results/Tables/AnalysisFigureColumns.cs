using System.Collections.Immutable;
using TrialSim.Results.Data;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>analysis.csv</c>.</summary>
public static class AnalysisFigureColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<AnalysisFigure>> All { get; } =
    [
        new("method", ColumnType.Text, "", "The method.", figure => figure.Method),
        new("group", ColumnType.Text, "", "An arm, a comparison (experimental v control), or a term of a model.", figure => figure.Group),
        new("measure", ColumnType.Text, "", "What is estimated or tested; method, group, measure, visit and time together name a row, of a Turnbull curve lower and upper too.", figure => figure.Measure),
        new("visit", ColumnType.Text, "", "Visit; empty for none.", figure => figure.Visit),
        new("time", ColumnType.Number, "of the data", "Milestone, horizon or landmark; empty for none.", figure => Cell.Of(figure.Time)),
        new("value", ColumnType.Number, "of the measure", "The estimate; Inf for a time that is not reached.", figure => Cell.Of(figure.Value)),
        new("standard_error", ColumnType.Number, "of the measure", "Its standard error; of a ratio's logarithm.", figure => Cell.Of(figure.StandardError)),
        new("lower", ColumnType.Number, "of the measure", "Lower confidence limit; of a Turnbull curve, where the stretch begins in which it is not determined.", figure => Cell.Of(figure.Lower)),
        new("upper", ColumnType.Number, "of the measure", "Upper confidence limit, or where that stretch ends; Inf where it is not reached.", figure => Cell.Of(figure.Upper)),
        new("statistic", ColumnType.Number, "", "Chi-square with degrees of freedom, t with those of the denominator, F with both, Z with neither.", figure => Cell.Of(figure.Statistic)),
        new("degrees_of_freedom", ColumnType.Number, "", "Of a chi-square, or of the numerator of an F.", figure => Cell.Of(figure.DegreesOfFreedom)),
        new("denominator_degrees_of_freedom", ColumnType.Number, "", "Of a t, or of the denominator of an F.", figure => Cell.Of(figure.DenominatorDegreesOfFreedom)),
        new("p_value", ColumnType.Number, "probability", "Two-sided p-value.", figure => Cell.Of(figure.PValue)),
        new("patients", ColumnType.WholeNumber, "rows", "Rows used.", figure => OfCount(figure.Patients)),
        new("events", ColumnType.WholeNumber, "events", "Events among them.", figure => OfCount(figure.Events)),
        new("status", ColumnType.Text, "", "ok, or why there is no figure.", figure => figure.Status),
    ];

    private static Cell OfCount(int? count) => count is int number ? Cell.Of(number) : Cell.Missing;
}
