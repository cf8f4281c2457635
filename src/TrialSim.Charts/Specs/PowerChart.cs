using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Overview;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>
/// Power of every analysis: a dot and its 95 % Monte Carlo interval on one axis from 0 to 1, with faint lines at the usual targets. Power over all looks comes first; what is rejected at a look that not
/// every trial has is no power, is called by its own name and has no target.
/// </summary>
internal static class PowerChart
{
    private const int RowHeight = 54;
    private static readonly double[] UsualTargets = [0.8, 0.9];
    private static readonly double[] Ticks = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1];

    public static Chart Of(RunSummary summary, ArmPalette palette)
    {
        OperatingCharacteristic[] overall = [.. summary.OperatingCharacteristics.Where(row => row.Measure == Measures.OverallPower && row.Value.HasValue)];
        OperatingCharacteristic[] atLooks = [.. summary.OperatingCharacteristics.Where(row => row.Measure == Measures.Power && row.Value.HasValue && !UnadjustedTests.Contains(row, summary.OperatingCharacteristics))];
        RejectionHeading heading = RejectionHeadings.Of(summary.OperatingCharacteristics, [.. atLooks.Select(row => row.Look).Distinct()]);
        OperatingCharacteristic[] rows = [.. overall, .. atLooks];
        int powers = heading == RejectionHeading.Power ? rows.Length : overall.Length;
        string replicates = Figures.Trials(summary.Manifest.Replicates);
        string title = powers > 0 ? "Power of each analysis" : "Rejections of each analysis";
        string description =
            $"Share of {replicates} in which each analysis rejects its null hypothesis"
            + (overall.Length > 0 ? ": first at any look before the trial is over, which is its power, then at each look" : "") + ". "
            + (powers < rows.Length ? $"At a look: {heading.Text().ToLowerInvariant()}{(heading == RejectionHeading.OfAllTrials ? "; those that stop before it or never reach it count as not rejecting" : "")}. " : "")
            + "Dot: the estimate. Bar: its 95 % Monte Carlo interval, which narrows as replicates are added."
            + (powers > 0 ? " Lines: a power of 0.8 and 0.9." : "");

        JsonObject spec = SpecTheme.Head(title, $"Share of {replicates}, 95 % Monte Carlo interval", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight * rows.Length;
        spec["data"] = new JsonObject { ["values"] = DataOf(rows, palette) };
        string axis = powers == rows.Length ? "Power (probability of rejection)" : "Probability of rejection";
        spec["layer"] = new JsonArray([.. powers > 0 ? [Targets(powers)] : Array.Empty<JsonNode>(), Names(), Interval(axis), Ends("lower"), Ends("upper"), Dot(), Value()]);
        return new Chart("power", title, description, spec, TableOf(rows, heading)) { Source = ResultsFiles.OperatingCharacteristics };
    }

    private static JsonArray DataOf(OperatingCharacteristic[] rows, ArmPalette palette) =>
    [
        .. rows.Select((row, index) => new JsonObject
        {
            ["row"] = index,
            ["name"] = NameOf(row),
            ["look"] = row.Look,
            ["analysis"] = row.Analysis,
            ["arm"] = row.Arm,
            ["measure"] = row.Measure,
            ["value"] = row.Value,
            ["lower"] = row.Lower ?? row.Value,
            ["upper"] = row.Upper ?? row.Value,
            ["text"] = Figures.Short(row),
            ["colour"] = palette.ColourOf(row.Arm),
            ["replicates"] = row.Replicates,
            ["not_estimable"] = row.NotEstimable,
        }),
    ];

    private static string NameOf(OperatingCharacteristic row) => string.Join(
        " · ",
        new[] { row.Look.Length > 0 ? $"{row.Analysis} at {row.Look}" : row.Measure == Measures.OverallPower ? $"{row.Analysis}, over all looks" : row.Analysis, row.Arm }.Where(part => part.Length > 0));

    /// <summary>Over the rows that are powers, which are the first.</summary>
    private static JsonObject Targets(int powers) => new()
    {
        ["data"] = new JsonObject { ["values"] = new JsonArray([.. UsualTargets.Select(target => new JsonObject { ["target"] = target })]) },
        ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = SpecTheme.Grid, ["strokeDash"] = Numbers(4, 4), ["strokeWidth"] = 1.5 },
        ["encoding"] = new JsonObject { ["x"] = Quantity("target"), ["y"] = new JsonObject { ["value"] = 0 }, ["y2"] = new JsonObject { ["value"] = RowHeight * powers } },
    };

    private static JsonObject Names() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["dy"] = -11, ["limit"] = new JsonObject { ["expr"] = "width" } },
        ["encoding"] = new JsonObject { ["x"] = new JsonObject { ["value"] = 0 }, ["y"] = Row(), ["text"] = Nominal("name") },
    };

    private static JsonObject Interval(string axis) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2, ["yOffset"] = 8 },
        ["encoding"] = new JsonObject
        {
            ["x"] = new JsonObject
            {
                ["field"] = "lower",
                ["type"] = "quantitative",
                ["scale"] = new JsonObject { ["domain"] = Numbers(0, 1) },
                ["axis"] = new JsonObject
                {
                    ["title"] = axis,
                    ["values"] = Numbers(Ticks),
                    ["format"] = ".1f",
                    ["grid"] = false,
                },
            },
            ["x2"] = new JsonObject { ["field"] = "upper" },
            ["y"] = Row(),
            ["color"] = Colour(),
        },
    };

    private static JsonObject Ends(string field) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "tick", ["orient"] = "vertical", ["size"] = 12, ["thickness"] = 2, ["yOffset"] = 8 },
        ["encoding"] = new JsonObject { ["x"] = Quantity(field), ["y"] = Row(), ["color"] = Colour() },
    };

    private static JsonObject Dot() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 48, ["opacity"] = 1, ["yOffset"] = 8 },
        ["encoding"] = new JsonObject
        {
            ["x"] = Quantity("value"),
            ["y"] = Row(),
            ["color"] = Colour(),
            ["tooltip"] = new JsonArray(
                Tip("name", "Analysis"),
                Tip("text", "Rejects (95 % interval)"),
                Tip("replicates", "Replicates"),
                Tip("not_estimable", "Not estimable")),
        },
    };

    /// <summary>The figure stands to the side where there is room.</summary>
    private static JsonObject Value() => new()
    {
        ["mark"] = new JsonObject
        {
            ["type"] = "text",
            ["yOffset"] = 8,
            ["align"] = new JsonObject { ["expr"] = "datum.value > 0.5 ? 'right' : 'left'" },
            ["xOffset"] = new JsonObject { ["expr"] = "datum.value > 0.5 ? scale('x', datum.lower) - scale('x', datum.value) - 9 : scale('x', datum.upper) - scale('x', datum.value) + 9" },
            ["fontWeight"] = 600,
        },
        ["encoding"] = new JsonObject { ["x"] = Quantity("value"), ["y"] = Row(), ["text"] = Nominal("text") },
    };

    private static ChartTable TableOf(OperatingCharacteristic[] rows, RejectionHeading heading) => new(
        ["Analysis", "Look", "Comparison", rows.Any(row => row.Measure == Measures.OverallPower) && heading != RejectionHeading.Power ? $"Power; at a look: {heading.Text().ToLowerInvariant()}" : heading.Text(), "Monte Carlo standard error", "95 % interval", "Replicates", "Not estimable"],
        [
            .. rows.Select(row => (IReadOnlyList<string>)
            [
                row.Analysis,
                row.Measure == Measures.OverallPower ? "any" : row.Look,
                row.Arm,
                Figures.Number(row.Value ?? double.NaN, 4),
                row.MonteCarloStandardError is double error ? Figures.Number(error, 4) : Figures.Blank,
                row.Lower is double lower && row.Upper is double upper ? Figures.Interval(lower, upper, 4) : Figures.Blank,
                Figures.Count(row.Replicates),
                Figures.Count(row.NotEstimable),
            ]),
        ]);

    private static JsonObject Row() => new() { ["field"] = "row", ["type"] = "ordinal", ["axis"] = null };

    private static JsonObject Colour() => new() { ["field"] = "colour", ["type"] = "nominal", ["scale"] = null };
}
