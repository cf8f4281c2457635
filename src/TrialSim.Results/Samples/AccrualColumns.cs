using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>accrual.csv</c>.</summary>
public static class AccrualColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<AccrualPoint>> All { get; } =
    [
        new("months", ColumnType.Number, "months", "Time since the trial opened.", point => Cell.Of(point.Months)),
        new("planned", ColumnType.Number, "patients", "Patients expected by then by the planned rates, no more than the planned number; empty where the rates alone do not tell.", point => Cell.Of(point.Planned)),
        new("mean", ColumnType.Number, "patients", "Patients randomised by then and before the end of the trial: mean over replicates.", point => Cell.Of(point.Mean)),
        new("lower", ColumnType.Number, "patients", "2.5 % quantile over replicates.", point => Cell.Of(point.Lower)),
        new("upper", ColumnType.Number, "patients", "97.5 % quantile over replicates.", point => Cell.Of(point.Upper)),
        new("replicates", ColumnType.WholeNumber, "replicates", "Replicates that were looked at: the first ones of the run.", point => Cell.Of(point.Replicates)),
    ];
}
