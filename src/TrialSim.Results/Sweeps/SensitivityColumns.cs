using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Sweeps;

/// <summary>The columns of <c>sensitivity.csv</c>.</summary>
public static class SensitivityColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<Sensitivity>> All { get; } =
    [
        new("factor", ColumnType.Text, "", "The varied key, or the keys that move together.", row => row.Factor),
        new("level", ColumnType.WholeNumber, "", "Number of the level, from 1; of more than can be shown some are chosen, the first and the last among them.", row => Cell.Of(row.Level + 1)),
        new("level_value", ColumnType.Text, "", "The value of the key or keys; of a sampled key the range of a group of its values.", row => row.Label),
        new("look", ColumnType.Text, "", "The look; empty for the whole trial.", row => row.Row.Look),
        new("endpoint", ColumnType.Text, "", "The endpoint; empty for the trial itself.", row => row.Row.Endpoint),
        new("analysis", ColumnType.Text, "", "The analysis; empty for the trial itself.", row => row.Row.Analysis),
        new("arm", ColumnType.Text, "", "The arm, or both arms of a comparison; empty for all together.", row => row.Row.Arm),
        new("measure", ColumnType.Text, "", "What is averaged, as in sweep.csv.", row => row.Row.Measure),
        new("unit", ColumnType.Text, "", "Unit of the figures.", row => row.Row.Unit),
        new("cells", ColumnType.WholeNumber, "", "Cells at the level: every combination of everything else.", row => Cell.Of(row.Cells)),
        new("value", ColumnType.Number, "as stated", "The mean over these cells.", row => Cell.Of(row.Value)),
        new("mc_standard_error", ColumnType.Number, "as stated", "Its Monte Carlo standard error.", row => Cell.Of(row.Error)),
        new("lower", ColumnType.Number, "as stated", "Lower end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Lower)),
        new("upper", ColumnType.Number, "as stated", "Upper end of its 95 % Monte Carlo interval.", row => Cell.Of(row.Upper)),
        new("difference", ColumnType.Number, "as stated", "The mean less that at the first level; empty at that.", row => Cell.Of(row.Difference)),
        new("difference_mc_standard_error", ColumnType.Number, "as stated", "Its Monte Carlo standard error, paired by replicate where all cells have one seed.", row => Cell.Of(row.DifferenceError)),
        new("difference_lower", ColumnType.Number, "as stated", "Lower end of its 95 % Monte Carlo interval.", row => Cell.Of(row.DifferenceLower)),
        new("difference_upper", ColumnType.Number, "as stated", "Upper end of its 95 % Monte Carlo interval.", row => Cell.Of(row.DifferenceUpper)),
    ];
}
