using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>adverse-events.csv</c>.</summary>
public static class AdverseEventColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<AdverseEventShare>> All { get; } =
    [
        new("event", ColumnType.Text, "", "The event: one that can recur, has grades or comes to an end.", row => row.Event),
        new("arm", ColumnType.Text, "", "The arm.", row => row.Arm),
        new("least_grade", ColumnType.WholeNumber, "", "The least grade that counts; 0 for any.", row => Cell.Of(row.LeastGrade)),
        new("share", ColumnType.Number, "probability", "Share of the arm's patients in the first replicates who are known by the last look to have had it.", row => Cell.Of(row.Share)),
        new("lower", ColumnType.Number, "probability", "Lower end of the 95 % Monte Carlo (Wilson) interval of the share.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "probability", "Its upper end.", row => Cell.Of(row.Upper)),
        new("mean_occurrences", ColumnType.Number, "occurrences", "Mean number of known occurrences a patient.", row => Cell.Of(row.MeanOccurrences)),
        new("patients", ColumnType.WholeNumber, "patients", "Patients of the arm in these replicates.", row => Cell.Of(row.Patients)),
    ];
}
