using System.Collections.Immutable;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>operating-characteristics.csv</c>.</summary>
public static class OperatingCharacteristicColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<OperatingCharacteristic>> All { get; } =
    [
        new("look", ColumnType.Text, "", "The look.", row => row.Look),
        new("endpoint", ColumnType.Text, "", "The endpoint; empty for the trial itself.", row => row.Endpoint),
        new("analysis", ColumnType.Text, "", "The analysis; empty for counts and for the trial itself.", row => row.Analysis),
        new("arm", ColumnType.Text, "", "The arm, or both arms of a comparison; empty for all together.", row => row.Arm),
        new("subject", ColumnType.Text, "", "The decision, the reason to stop, or the resource of the sites that it is about; empty for all together, and for others.", row => row.Subject),
        new("measure", ColumnType.Text, "", "What is estimated over replicates.", row => row.Measure),
        new("unit", ColumnType.Text, "", "Unit of the next four columns.", row => row.Unit),
        new("value", ColumnType.Number, "as stated", "The estimate.", row => Cell.Of(row.Value)),
        new("mc_standard_error", ColumnType.Number, "as stated", "Its Monte Carlo standard error.", row => Cell.Of(row.MonteCarloStandardError)),
        new("lower", ColumnType.Number, "as stated", "Lower end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "as stated", "Upper end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Upper)),
        new("replicates", ColumnType.WholeNumber, "replicates", "Replicates that contribute.", row => Cell.Of(row.Replicates)),
        new("not_estimable", ColumnType.WholeNumber, "replicates", "Replicates in which the quantity could not be estimated.", row => Cell.Of(row.NotEstimable)),
    ];
}
