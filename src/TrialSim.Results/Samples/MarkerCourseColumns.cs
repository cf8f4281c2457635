using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>marker-courses.csv</c>.</summary>
public static class MarkerCourseColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<MarkerCoursePoint>> All { get; } =
    [
        new("marker", ColumnType.Text, "", "The marker.", row => row.Marker),
        new("unit", ColumnType.Text, "", "Unit of its values; empty for none.", row => row.Unit),
        new("arm", ColumnType.Text, "", "The arm.", row => row.Arm),
        new("visit", ColumnType.WholeNumber, "", "Number of the measurement in a patient's course, from 1.", row => Cell.Of(row.Visit)),
        new("months", ColumnType.Number, "months", "Mean time since randomisation at which it took place.", row => Cell.Of(row.Months)),
        new("median", ColumnType.Number, "of the marker", "Median over the patients measured.", row => Cell.Of(row.Median)),
        new("lower", ColumnType.Number, "of the marker", "10 % quantile over the patients measured.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "of the marker", "90 % quantile over the patients measured.", row => Cell.Of(row.Upper)),
        new("patients", ColumnType.WholeNumber, "patients", "Patients measured, of the first replicates together, by the last look of each.", row => Cell.Of(row.Patients)),
    ];
}
