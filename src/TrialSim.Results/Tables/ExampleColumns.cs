using System.Collections.Immutable;

namespace TrialSim.Results.Tables;

/// <summary>The columns of <c>examples.csv</c>.</summary>
public static class ExampleColumns
{
    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<Column<ExampleTrial>> All { get; } =
    [
        new("replicate", ColumnType.WholeNumber, "", "Number of the simulated trial.", example => Cell.Of(example.Replicate)),
        new("why", ColumnType.Text, "", "What it is an example of, the first of its kind: stopped_early, failed (the first test did not reject), succeeded (it did), first (nothing tells trials apart).", example => example.Why),
        new("look", ColumnType.Text, "", "The look at which it stopped, or its last one.", example => example.Look),
        new("reason", ColumnType.Text, "", "Why it stopped: efficacy, futility, harm; empty where it went to its end.", example => example.Reason),
        new("months", ColumnType.Number, "months", "Time from the opening of the trial to its end.", example => Cell.Of(example.Months)),
        new("patients", ColumnType.WholeNumber, "patients", "Patients randomised.", example => Cell.Of(example.Patients)),
        new("events", ColumnType.WholeNumber, "events", "Events of its endpoint in all arms, at the last look that has it.", example => example.Events is int events ? Cell.Of(events) : Cell.Missing),
        new("analysis", ColumnType.Text, "", "The first test of the design that was done by then, or else its first.", example => example.Analysis),
        new("z", ColumnType.Number, "", "Its statistic at the last look that has it, positive when the experimental arm does better.", example => Cell.Of(example.Z)),
        new("p_value", ColumnType.Number, "probability", "Its p-value there.", example => Cell.Of(example.PValue)),
        new("estimate", ColumnType.Number, "of the measure", "The estimate of the same comparison on the same endpoint there; empty where the design makes none.", example => Cell.Of(example.Estimate)),
        new("measure", ColumnType.Text, "", "What the estimate is, as in operating-characteristics.csv.", example => example.Measure),
    ];
}
