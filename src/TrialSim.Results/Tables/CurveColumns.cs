using System.Collections.Immutable;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>curves.csv</c>.</summary>
public static class CurveColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<CurvePoint>> All { get; } =
    [
        new("look", ColumnType.Text, "", "The look.", point => point.Look),
        new("endpoint", ColumnType.Text, "", "The endpoint.", point => point.Endpoint),
        new("arm", ColumnType.Text, "", "The arm.", point => point.Arm),
        new("months", ColumnType.Number, "months", "Time since randomisation.", point => Cell.Of(point.Months)),
        new("survival", ColumnType.Number, "probability", "Mean of the Kaplan–Meier curve over replicates.", point => Cell.Of(point.Survival)),
        new("lower", ColumnType.Number, "probability", "2.5 % quantile over replicates.", point => Cell.Of(point.Lower)),
        new("upper", ColumnType.Number, "probability", "97.5 % quantile over replicates.", point => Cell.Of(point.Upper)),
        new("at_risk", ColumnType.Number, "patients", "Mean number of patients at risk just before this time.", point => Cell.Of(point.AtRisk)),
        new("replicates", ColumnType.WholeNumber, "replicates", "Replicates whose curve reaches this time.", point => Cell.Of(point.Replicates)),
    ];
}
