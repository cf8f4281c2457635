using System.Collections.Immutable;
using TrialSim.Results.Data;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>km.csv</c>.</summary>
public static class PatientCurveColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<PatientCurvePoint>> All { get; } =
    [
        new("arm", ColumnType.Text, "", "The arm.", point => point.Arm),
        new("time", ColumnType.Number, "of the data", "A time at which patients had the event, were censored or came under observation; 0 for the start.", point => Cell.Of(point.Time)),
        new("at_risk", ColumnType.WholeNumber, "patients", "Patients at risk just before it.", point => Cell.Of(point.AtRisk)),
        new("events", ColumnType.WholeNumber, "patients", "Events at it.", point => Cell.Of(point.Events)),
        new("censored", ColumnType.WholeNumber, "patients", "Patients censored at it.", point => Cell.Of(point.Censored)),
        new("survival", ColumnType.Number, "probability", "Kaplan–Meier estimate after it.", point => Cell.Of(point.Survival)),
        new("standard_error", ColumnType.Number, "probability", "Greenwood's standard error.", point => Cell.Of(point.StandardError)),
        new("lower", ColumnType.Number, "probability", "Lower pointwise confidence limit.", point => Cell.Of(point.Lower)),
        new("upper", ColumnType.Number, "probability", "Upper pointwise confidence limit.", point => Cell.Of(point.Upper)),
    ];
}
