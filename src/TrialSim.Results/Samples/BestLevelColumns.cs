using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>best-levels.csv</c>.</summary>
public static class BestLevelColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<LevelShare>> All { get; } =
    [
        new("state", ColumnType.Text, "", "The state.", row => row.State),
        new("arm", ColumnType.Text, "", "The arm.", row => row.Arm),
        new("level", ColumnType.Text, "", "The level; the one that stands first in the scenario is the best. 'not seen' for patients in whom none was seen.", row => row.Level),
        new("share", ColumnType.Number, "probability", "Share of the arm's patients in the first replicates whose best level, as seen by the last look, is this one.", row => Cell.Of(row.Share)),
        new("true_share", ColumnType.Number, "probability", "Share of those whose best level by the last look truly is this one, seen or not.", row => Cell.Of(row.TrueShare)),
        new("lower", ColumnType.Number, "probability", "Lower end of the 95 % Monte Carlo (Wilson) interval of the share.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "probability", "Its upper end.", row => Cell.Of(row.Upper)),
        new("patients", ColumnType.WholeNumber, "patients", "Patients of the arm in these replicates.", row => Cell.Of(row.Patients)),
    ];
}
