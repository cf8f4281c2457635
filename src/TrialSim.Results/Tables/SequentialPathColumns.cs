using System.Collections.Immutable;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>paths.csv</c>.</summary>
public static class SequentialPathColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<SequentialPathPoint>> All { get; } =
    [
        new("replicate", ColumnType.WholeNumber, "", "Number of the simulated trial, from the first to the 200th; 0 for the bounds as planned.", point => Cell.Of(point.Replicate)),
        new("analysis", ColumnType.Text, "", "The analysis.", point => point.Analysis),
        new("arm", ColumnType.Text, "", "Both arms of the comparison; the arm of a test of one.", point => point.Arm),
        new("look", ColumnType.Text, "", "The look.", point => point.Look),
        new("information_fraction", ColumnType.Number, "share", "Information that the bounds are made for, as a share of that planned for the last look.", point => Cell.Of(point.InformationFraction)),
        new("z", ColumnType.Number, "", "The statistic that the bounds are for, positive when the experimental arm does better; empty for the planned bounds.", point => Cell.Of(point.Z)),
        new("efficacy_bound", ColumnType.Number, "", "Rejects when Z reaches it; empty where the look cannot.", point => Cell.Of(point.EfficacyBound)),
        new("futility_bound", ColumnType.Number, "", "Futile when Z is beneath it; empty where there is none.", point => Cell.Of(point.FutilityBound)),
        new("harm_bound", ColumnType.Number, "", "Rejects, for harm, when Z is at or beneath it; empty for a test for benefit alone.", point => Cell.Of(point.HarmBound)),
        new("outcome", ColumnType.Text, "", "rejected (the path ends there), futile, goes_on, retained (at the test's last look), planned.", point => point.Outcome),
    ];
}
