using System.Globalization;
using TrialSim.Results;

namespace TrialSim.Charts.Reports;

/// <summary>Single simulated trials: what a reader may expect to live through.</summary>
internal static class ExamplesSection
{
    /// <summary>The section; empty where there is none.</summary>
    public static ReportSection Of(RunSummary summary, IReadOnlyList<Chart> charts) => new(
        "examples",
        "Example trials",
        summary.Examples.Count == 0 && charts.Count == 0
            ? ""
            : "<p>Each is one of the simulated trials: no average, and no more likely than others of its kind.</p>\n"
                + string.Concat(summary.Examples.Select(example => Of(example, SidesOf(summary)))) + ReportPage.Figures(charts));

    private static string Of(ExampleTrial example, string sides)
    {
        string number = example.Replicate.ToString(CultureInfo.InvariantCulture);
        return $"""
            <h3 id="example-{number}">Replicate {number}: {WhyOf(example)}</h3>
            <p>{Html.Escape(Story(example, sides))}</p>
            {(example.Look.Length > 0 ? Html.Command($"trialsim export scenario.yaml --replicate {number} --adam replicate-{number}") : "")}
            """;
    }

    private static string WhyOf(ExampleTrial example) => example.Why switch
    {
        ExampleTrial.StoppedEarly => example.Reason.Length > 0 ? $"stopped early for {Html.Escape(example.Reason)}" : "stopped early",
        ExampleTrial.Failed => "did not find what it looked for",
        ExampleTrial.Succeeded => "found what it looked for",
        _ => "the first",
    };

    private static string Story(ExampleTrial example, string sides)
    {
        string end = example.Look.Length == 0 ? "It had no look, because what its looks wait for never came"
            : example.Reason.Length > 0 ? $"It stopped at the look {example.Look}{After(example)}"
            : $"It went to its last look, {example.Look}{After(example)}";
        string size = $", with {Figures.Patients(example.Patients)}{(example.Events is int events ? $" and {(events == 1 ? "1 event" : $"{Figures.Count(events)} events")}" : "")}.";
        string[] figures =
        [
            .. new[] { ("Z", example.Z, 2), ($"{sides}p", example.PValue, 4), (example.Measure.Length > 0 ? example.Measure.Replace('_', ' ') : "estimate", example.Estimate, 3) }
                .Where(figure => figure.Item2.HasValue).Select(figure => $"{figure.Item1} {Figures.Number(figure.Item2!.Value, figure.Item3)}"),
        ];
        return end + size + (example.Analysis.Length > 0 && figures.Length > 0 ? $" {example.Analysis}: {string.Join(", ", figures)}." : "");
    }

    private static string After(ExampleTrial example) => example.Months is double months ? $", {Figures.Number(months, 1)} months after it opened" : "";

    // P-values are on the sides that the tests are.
    private static string SidesOf(RunSummary summary)
    {
        string testing = summary.Statements.FirstOrDefault(statement => statement.Key == "design.testing")?.Text ?? "";
        return testing.Contains("one_sided_alpha", StringComparison.Ordinal) ? "one-sided "
            : testing.Contains("two_sided_alpha", StringComparison.Ordinal) ? "two-sided "
            : "";
    }
}
