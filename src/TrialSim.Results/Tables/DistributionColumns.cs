using System.Collections.Immutable;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>distributions.csv</c>.</summary>
public static class DistributionColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<DistributionBin>> All { get; } =
    [
        new("look", ColumnType.Text, "", "The look; empty for the trial itself.", bin => bin.Look),
        new("endpoint", ColumnType.Text, "", "The endpoint; empty for size and duration of the trial.", bin => bin.Endpoint),
        new("analysis", ColumnType.Text, "", "The analysis; empty for the trial itself.", bin => bin.Analysis),
        new("arm", ColumnType.Text, "", "The arm, or both arms of a comparison; empty for all together.", bin => bin.Arm),
        new("measure", ColumnType.Text, "", "What it is, as in operating-characteristics.csv: there is its mean.", bin => bin.Measure),
        new("unit", ColumnType.Text, "", "Unit of the next two columns.", bin => bin.Unit),
        new("from", ColumnType.Number, "as stated", "Lower end of a range of values, which belongs to it; whole numbers have ends half-way between two.", bin => Cell.Of(bin.From)),
        new("to", ColumnType.Number, "as stated", "Its upper end, which belongs to the last range alone; the same as the lower one where all replicates show the same value.", bin => Cell.Of(bin.To)),
        new("replicates", ColumnType.WholeNumber, "replicates", "Replicates with a value within it.", bin => Cell.Of(bin.Replicates)),
        new("share", ColumnType.Number, "probability", "Their share of the replicates that show a value.", bin => Cell.Of(bin.Share)),
        new("not_estimable", ColumnType.WholeNumber, "replicates", "Replicates that show no value: the look never came, the median was not reached, or it could not be estimated. The same in each row of a distribution.", bin => Cell.Of(bin.NotEstimable)),
    ];
}
