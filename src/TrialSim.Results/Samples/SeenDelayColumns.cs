using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>seen-delays.csv</c>.</summary>
public static class SeenDelayColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<SeenDelay>> All { get; } =
    [
        new("replicate", ColumnType.WholeNumber, "", "Number of the simulated trial; as many of the first ones as have 2,000 patients together, and at least one.", row => Cell.Of(row.Replicate)),
        new("patient", ColumnType.WholeNumber, "", "Number of the patient, from 1, in the order of randomisation.", row => Cell.Of(row.Patient)),
        new("arm", ColumnType.Text, "", "The arm.", row => row.Arm),
        new("event", ColumnType.Text, "", "The event: one that visits see.", row => row.Event),
        new("true_days", ColumnType.Number, "days", "Time since randomisation at which it happened; after it was seen where readers err.", row => Cell.Of(row.TrueDays)),
        new("seen_days", ColumnType.Number, "days", "Time since randomisation at which it was first seen, by the last look.", row => Cell.Of(row.SeenDays)),
    ];
}
