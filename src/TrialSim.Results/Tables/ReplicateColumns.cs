using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Time;
using TrialSim.Statistics;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>replicates.csv</c>.</summary>
public static class ReplicateColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<ReplicateRecord>> All { get; } =
    [
        new("replicate", ColumnType.WholeNumber, "", "Number of the simulated trial, from 1.", record => CellText.Of(record.Replicate)),
        new("look", ColumnType.Text, "", "The look.", record => record.Names.Look),
        new("look_time", ColumnType.Number, "months", "Time of the look since the trial opened; empty where the look was never reached.",
            record => record.IsReached ? CellText.Of(record.LookDay.Value / DaysPer.Month) : CellText.Missing),
        new("endpoint", ColumnType.Text, "", "The endpoint.", record => record.Names.Endpoint),
        new("analysis", ColumnType.Text, "", "The analysis; empty for the counts of an arm.", record => record.Names.Analysis),
        new("arm", ColumnType.Text, "", "The arm; of a comparison the experimental one.", record => record.Names.Arm),
        new("control", ColumnType.Text, "", "The control arm of a comparison.", record => record.Names.Control),
        new("measure", ColumnType.Text, "", "What the estimate is: count, log_rank, hazard_ratio, median, survival or survival_difference.",
            record => NameOf(record.Key.Measure)),
        new("patients", ColumnType.WholeNumber, "patients", "Patients randomised by the look.", record => WhenReached(record, row => CellText.Of(row.Patients))),
        new("events", ColumnType.WholeNumber, "events", "Their endpoint events by the look.", record => WhenReached(record, row => CellText.Of(row.Events))),
        new("estimate", ColumnType.Number, "of the measure", "The estimate: a ratio, months (median), or a probability.",
            record => WhenEstimated(record, HasEstimate, row => InUnit(record, row.Estimate))),
        new("standard_error", ColumnType.Number, "of the measure", "Standard error of the estimate; of a hazard ratio's logarithm.",
            record => WhenEstimated(record, HasStandardError, row => CellText.Of(row.StandardError))),
        new("lower", ColumnType.Number, "of the measure", "Lower confidence limit.",
            record => WhenEstimated(record, HasEstimate, row => InUnit(record, row.Lower))),
        new("upper", ColumnType.Number, "of the measure", "Upper confidence limit; Inf where the data do not reach it.",
            record => WhenEstimated(record, HasEstimate, row => InUnit(record, row.Upper))),
        new("z", ColumnType.Number, "", "Test statistic, positive when the experimental arm does better.",
            record => WhenEstimated(record, IsTest, row => CellText.Of(row.Z))),
        new("p_value", ColumnType.Number, "probability", "P-value on the sides that the analysis tests.",
            record => WhenEstimated(record, IsTest, row => CellText.Of(row.PValue))),
        new("rejected", ColumnType.WholeNumber, "", "1 where the test rejects its null hypothesis, 0 where not.",
            record => WhenEstimated(record, IsTest, row => row.Verdict == Verdict.Rejected ? "1" : "0")),
        new("status", ColumnType.Text, "", "ok, look_not_reached, or the reason why there is no estimate.", StatusOf),
    ];

    private static bool IsTest(RowMeasure measure) => measure is RowMeasure.LogRank or RowMeasure.HazardRatio or RowMeasure.SurvivalDifference;

    private static bool HasEstimate(RowMeasure measure) => measure is not (RowMeasure.Count or RowMeasure.LogRank);

    private static bool HasStandardError(RowMeasure measure) => HasEstimate(measure) && measure != RowMeasure.Median;

    private static string NameOf(RowMeasure measure) => measure switch
    {
        RowMeasure.Count => "count",
        RowMeasure.LogRank => "log_rank",
        RowMeasure.HazardRatio => "hazard_ratio",
        RowMeasure.Median => "median",
        RowMeasure.Survival => "survival",
        RowMeasure.SurvivalDifference => "survival_difference",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure."),
    };

    private static string InUnit(ReplicateRecord record, double value) =>
        CellText.Of(record.Key.Measure == RowMeasure.Median ? value / DaysPer.Month : value);

    private static string WhenReached(ReplicateRecord record, Func<ResultRow, string> cell) => record.IsReached ? cell(record.Row) : CellText.Missing;

    private static string WhenEstimated(ReplicateRecord record, Predicate<RowMeasure> has, Func<ResultRow, string> cell) =>
        record.IsReached && record.Row.Reason == NotEstimable.None && has(record.Key.Measure) ? cell(record.Row) : CellText.Missing;

    private static string StatusOf(ReplicateRecord record)
    {
        if (!record.IsReached)
        {
            return "look_not_reached";
        }

        return record.Row.Reason == NotEstimable.None ? "ok" : SnakeCase.Of(record.Row.Reason.ToString());
    }
}
