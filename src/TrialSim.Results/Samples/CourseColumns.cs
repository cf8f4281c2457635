using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>courses.csv</c>.</summary>
public static class CourseColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<CourseRow>> All { get; } =
    [
        new("replicate", ColumnType.WholeNumber, "", "Number of the simulated trial: one of examples.csv, or the first.", row => Cell.Of(row.Replicate)),
        new("patient", ColumnType.WholeNumber, "", "Number of the patient, from 1, in the order of randomisation: the first ones of each arm.", row => Cell.Of(row.Patient)),
        new("arm", ColumnType.Text, "", "The arm.", row => row.Arm),
        new("kind", ColumnType.Text, "", $"What it is: {string.Join(", ", Enum.GetNames<CourseRowKind>().Select(SnakeCase.Of))}. Of each kind and name the first {CourseReader.MostOfAKind} of a patient.", row => SnakeCase.Of(row.Kind.ToString())),
        new("name", ColumnType.Text, "", "The treatment, schedule of visits or event, or the state and its level; empty for follow-up and its end.", row => row.Name),
        new("from_days", ColumnType.Number, "days", "Time since randomisation at which it began, or was.", row => Cell.Of(row.FromDays)),
        new("to_days", ColumnType.Number, "days", "Time since randomisation at which it was over; the same for what does not last.", row => Cell.Of(row.ToDays)),
    ];
}
