using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>best-changes.csv</c>.</summary>
public static class BestChangeColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<BestChange>> All { get; } =
    [
        new("replicate", ColumnType.WholeNumber, "", "Number of the simulated trial: the first of the run.", row => Cell.Of(row.Replicate)),
        new("marker", ColumnType.Text, "", "The marker.", row => row.Marker),
        new("unit", ColumnType.Text, "", "Unit of its values; empty for none.", row => row.Unit),
        new("patient", ColumnType.WholeNumber, "", "Number of the patient, from 1, in the order of randomisation.", row => Cell.Of(row.Patient)),
        new("arm", ColumnType.Text, "", "The arm.", row => row.Arm),
        new("baseline", ColumnType.Number, "of the marker", "First measurement, above 0.", row => Cell.Of(row.Baseline)),
        new("best", ColumnType.Number, "of the marker", "Lowest measurement after it, by the last look.", row => Cell.Of(row.Best)),
        new("change", ColumnType.Number, "share", "Change from the first to the lowest as a share of the first.", row => Cell.Of(row.Change)),
    ];
}
