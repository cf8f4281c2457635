using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>resource-months.csv</c>.</summary>
public static class ResourceMonthColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<ResourceMonth>> All { get; } =
    [
        new("resource", ColumnType.Text, "", "The resource, of all sites together.", row => row.Resource),
        new("months", ColumnType.Number, "months", "End of the month, since the trial opened.", row => Cell.Of(row.Months)),
        new("sessions", ColumnType.Number, "sessions", "Sessions that took place with it in the month: mean over replicates.", row => Cell.Of(row.Sessions)),
        new("sessions_lower", ColumnType.Number, "sessions", "2.5 % quantile over replicates.", row => Cell.Of(row.SessionsLower)),
        new("sessions_upper", ColumnType.Number, "sessions", "97.5 % quantile over replicates.", row => Cell.Of(row.SessionsUpper)),
        new("waiting", ColumnType.Number, "sessions", "Sessions that wait for it at the end of the month: mean over replicates.", row => Cell.Of(row.Waiting)),
        new("waiting_lower", ColumnType.Number, "sessions", "2.5 % quantile over replicates.", row => Cell.Of(row.WaitingLower)),
        new("waiting_upper", ColumnType.Number, "sessions", "97.5 % quantile over replicates.", row => Cell.Of(row.WaitingUpper)),
        new("replicates", ColumnType.WholeNumber, "replicates", "Replicates, of the first ones of the run, that go on to the end of the month.", row => Cell.Of(row.Replicates)),
    ];
}
