using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Samples;

/// <summary>The columns of <c>true-curves.csv</c>.</summary>
public static class TrueCurveColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<TrueCurvePoint>> All { get; } =
    [
        new("endpoint", ColumnType.Text, "", "The endpoint: one that is the time from randomisation to the first of its events, whatever else happens.", point => point.Endpoint),
        new("arm", ColumnType.Text, "", "The arm.", point => point.Arm),
        new("months", ColumnType.Number, "months", "Time since randomisation.", point => Cell.Of(point.Months)),
        new("survival", ColumnType.Number, "probability", "Kaplan–Meier curve of all patients of the arm in the first replicates together, each up to the last look of its trial, had every event been known on its day and nobody been lost.", point => Cell.Of(point.Survival)),
        new("mc_standard_error", ColumnType.Number, "probability", "Its Monte Carlo standard error (Greenwood's).", point => Cell.Of(point.MonteCarloStandardError)),
        new("at_risk", ColumnType.WholeNumber, "patients", "Patients of all these replicates at risk just before this time.", point => Cell.Of(point.AtRisk)),
    ];
}
