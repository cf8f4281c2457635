using System.Collections.Immutable;
using TrialSim.Results.Formulas;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>formulas.csv</c>.</summary>
public static class FormulaColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<FormulaCheck>> All { get; } =
    [
        new("look", ColumnType.Text, "", "The look; empty for all.", row => row.Look),
        new("endpoint", ColumnType.Text, "", "The endpoint; empty for the time of the look.", row => row.Endpoint),
        new("analysis", ColumnType.Text, "", "The analysis; empty for counts.", row => row.Analysis),
        new("arm", ColumnType.Text, "", "The arm, or both arms of a comparison; empty for all together.", row => row.Arm),
        new("measure", ColumnType.Text, "", "What is compared, as in operating-characteristics.csv.", row => row.Measure),
        new("unit", ColumnType.Text, "", "Unit of the figures.", row => row.Unit),
        new("method", ColumnType.Text, "",
            "The formula: planned_day, event_time, expected_events, survival, lakatos, schoenfeld, wald or greenwood; none where there is no formula.", row => row.Method),
        new("formula", ColumnType.Number, "as stated", "What the formula gives.", row => Cell.Of(row.Formula)),
        new("simulated", ColumnType.Number, "as stated", "What the simulation shows.", row => Cell.Of(row.Simulated.Value)),
        new("mc_standard_error", ColumnType.Number, "as stated", "Monte Carlo standard error of the simulated figure.", row => Cell.Of(row.Simulated.MonteCarloStandardError)),
        new("distance", ColumnType.Number, "standard errors",
            "Simulated minus formula, in Monte Carlo standard errors (for power the larger of the simulated one and that of the formula's value).", row => Cell.Of(row.Distance)),
        new("note", ColumnType.Text, "", "What strains the formula, or why there is none.", row => row.Note),
    ];
}
