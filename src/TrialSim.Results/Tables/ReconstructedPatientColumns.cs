using System.Collections.Immutable;
using TrialSim.Results.Data;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>patients.csv</c>, which <c>trialsim analyze --time time --event event</c> reads.</summary>
public static class ReconstructedPatientColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<ReconstructedPatient>> All { get; } =
    [
        new("time", ColumnType.Number, "of the curve", "Time of the event or of censoring.", patient => Cell.Of(patient.Time)),
        new("event", ColumnType.WholeNumber, "", "1 for the event, 0 for censoring.", patient => Cell.Of(patient.HasEvent ? 1 : 0)),
    ];
}
