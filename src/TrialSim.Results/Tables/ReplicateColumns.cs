using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Time;
using TrialSim.Statistics;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>replicates.csv</c>.</summary>
public static class ReplicateColumns
{
    /// <summary>What the last column says of a look before which the trial was over.</summary>
    internal const string StoppedBefore = "stopped_before";

    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<ReplicateRecord>> All { get; } =
    [
        new("replicate", ColumnType.WholeNumber, "", "Number of the simulated trial, from 1.", record => Cell.Of(record.Replicate)),
        new("look", ColumnType.Text, "", "The look.", record => record.Names.Look),
        new("look_time", ColumnType.Number, "months", "Time of the look since the trial opened; empty where the look was never reached.",
            record => record.IsReached ? Cell.Of(record.LookDay.Value / DaysPer.Month) : Cell.Missing),
        new("endpoint", ColumnType.Text, "", "The endpoint.", record => record.Names.Endpoint),
        new("analysis", ColumnType.Text, "", "The analysis; empty for the counts of an arm.", record => record.Names.Analysis),
        new("arm", ColumnType.Text, "", "The arm or group of patients; of a comparison the experimental one, or those with the status; empty for all arms together.", record => record.Names.Arm),
        new("control", ColumnType.Text, "", "The control arm of a comparison, or those without the status.", record => record.Names.Control),
        new("measure", ColumnType.Text, "", $"What the estimate is: {string.Join(", ", Enum.GetValues<RowMeasure>().Select(measure => MeasureTraits.Of(measure).Name))}.",
            record => record.Traits.Name),
        new("patients", ColumnType.WholeNumber, "patients", "Patients randomised by the look; of an endpoint that not all of them have, those who have it.", record => record.IsReached ? Cell.Of(record.Row.Patients) : Cell.Missing),
        new("events", ColumnType.WholeNumber, "events", "Their endpoint events by the look; of a binary endpoint the patients of whom it is true; empty for numbers.",
            record => record.IsReached && record.Traits.CountsEvents ? Cell.Of(record.Row.Events) : Cell.Missing),
        new("estimate", ColumnType.Number, "of the measure", "The estimate: a ratio, months (medians and restricted means), a probability, a chi-square, or a mean in the unit of its endpoint.",
            record => record.IsEstimated && record.Traits.HasEstimate ? InUnit(record, record.Row.Estimate) : Cell.Missing),
        new("standard_error", ColumnType.Number, "of the measure", "Standard error of the estimate; of a ratio's logarithm.",
            record => record.IsEstimated && record.Traits.Error == EstimateError.StandardErrorAndLimits ? InUnit(record, record.Row.StandardError) : Cell.Missing),
        new("lower", ColumnType.Number, "of the measure", "Lower confidence limit.",
            record => record.IsEstimated && record.Traits.Error != EstimateError.None ? InUnit(record, record.Row.Lower) : Cell.Missing),
        new("upper", ColumnType.Number, "of the measure", "Upper confidence limit; Inf where the data do not reach it.",
            record => record.IsEstimated && record.Traits.Error != EstimateError.None ? InUnit(record, record.Row.Upper) : Cell.Missing),
        new("z", ColumnType.Number, "", "Test statistic, positive when the experimental arm (for a trend the arms with higher scores) does better; of a t test t, of an exact test the normal deviate with its p-value; empty for a test without direction.",
            record => record.IsEstimated && record.Traits.Test == TestDirection.Directed ? Cell.Of(record.Row.Z) : Cell.Missing),
        new("p_value", ColumnType.Number, "probability", "P-value on the sides that the analysis tests; empty for a probability of what is hoped for.",
            record => record.IsEstimated && record.Traits.HasPValue ? Cell.Of(record.Row.PValue) : Cell.Missing),
        new("rejected", ColumnType.WholeNumber, "", "1 where the test rejects its null hypothesis, 0 where not.",
            record => record.IsEstimated && record.Traits.IsTest && record.Row.Verdict != Verdict.NotTested ? Cell.Of(record.Row.Verdict == Verdict.Rejected ? 1 : 0) : Cell.Missing),
        new("status", ColumnType.Text, "", "ok, stopped_before (the trial was over before the look), look_not_reached, arm_dropped (and so not tested any more), or the reason why there is no estimate.", StatusOf),
    ];

    private static ImmutableArray<string> Reasons { get; } = [.. Enum.GetValues<NotEstimable>().Select(reason => SnakeCase.Of(reason.ToString()))];

    private static Cell InUnit(ReplicateRecord record, double value) => Cell.Of(record.Traits.InUnit(value));

    private static Cell StatusOf(ReplicateRecord record)
    {
        if (!record.IsReached)
        {
            return record.IsStopped ? StoppedBefore : "look_not_reached";
        }

        return record.Row.Verdict == Verdict.NotTested ? "arm_dropped" : record.Row.Reason == NotEstimable.None ? "ok" : Reasons[(int)record.Row.Reason];
    }
}
