using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TrialSim.Results;
using TrialSim.Results.Folder;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Estimates of each arm of one look that are of one kind: a dot for their mean over trials, and a bar from the 2.5 % to the 97.5 % quantile.</summary>
internal static partial class EstimatesChart
{
    private const int RowHeight = 44;

    // Names stand above the marks, where they have the width of the picture.
    private const int NameOffset = -9;
    private const int MarkOffset = 8;

    /// <summary>The measures that a run may have pictures of, each with the name of its file, its title and whether it lies between 0 and 1.</summary>
    private static readonly (string Measure, string Name, string Title, string Axis, bool IsShare)[] Kinds =
    [
        (Measures.Proportion, "proportions", "Shares of patients", "Share of patients", true),
        (Measures.CumulativeIncidence, "incidences", "Cumulative incidences", "Cumulative incidence", true),
        (Measures.Mean, "means", "Means", "Mean", false),
    ];

    /// <summary>A chart for each look and kind, and for means for each endpoint, since each has a scale of its own; a marker has the same at all its visits.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary, ArmPalette palette) =>
        from look in summary.OperatingCharacteristics.Select(row => row.Look).Where(look => look.Length > 0).Distinct()
        from kind in Kinds
        from rows in summary.OperatingCharacteristics
            .Where(row => row.Look == look && row.Measure == kind.Measure && row.Value.HasValue)
            .GroupBy(row => kind.IsShare ? "" : MarkerOf(summary, row.Endpoint) ?? row.Endpoint)
        select Of(summary, kind, look, rows.Key, [.. rows], palette);

    private static Chart Of(
        RunSummary summary,
        (string Measure, string Name, string Title, string Axis, bool IsShare) kind,
        string look,
        string endpoint,
        OperatingCharacteristic[] rows,
        ArmPalette palette)
    {
        string replicates = Figures.Trials(summary.Manifest.Replicates);
        string title = endpoint.Length > 0 ? $"{kind.Title} of {endpoint} at {look}" : $"{kind.Title} at {look}";
        string description = $"What trials report of each arm at {look}. Dot: the mean over {replicates}. Bar: what 95 % of single trials report.";
        JsonObject spec = SpecTheme.Head(title, $"Mean over {replicates}, and what 95 % of single trials report", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight * rows.Length;
        spec["data"] = new JsonObject { ["values"] = new JsonArray([.. rows.Select(row => DataOf(summary, row, palette))]) };
        spec["encoding"] = new JsonObject
        {
            ["y"] = new JsonObject { ["field"] = "name", ["type"] = "nominal", ["sort"] = Strings(rows.Select(NameOf)), ["axis"] = null },
            ["color"] = new JsonObject { ["field"] = "colour", ["type"] = "nominal", ["scale"] = null },
        };
        JsonObject x = Quantity("q_lower");
        x["scale"] = kind.IsShare ? new JsonObject { ["domain"] = Numbers(0, 1) } : new JsonObject { ["zero"] = false, ["nice"] = true };
        x["axis"] = new JsonObject { ["title"] = kind.Axis };
        spec["layer"] = new JsonArray(
            Names(),
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2, ["yOffset"] = MarkOffset },
                ["encoding"] = new JsonObject { ["x"] = x, ["x2"] = new JsonObject { ["field"] = "q_upper" } },
            },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 80, ["opacity"] = 1, ["yOffset"] = MarkOffset },
                ["encoding"] = new JsonObject
                {
                    ["x"] = Quantity("value"),
                    ["tooltip"] = new JsonArray(Tip("name", "Analysis and arm"), Tip("value", "Mean over trials", ".4~g"), Tip("q_lower", "2.5 % quantile", ".4~g"), Tip("q_upper", "97.5 % quantile", ".4~g")),
                },
            });
        return new Chart(ChartNames.Of([kind.Name, look, .. endpoint.Length > 0 ? [endpoint] : Array.Empty<string>()]), title, description, spec, TableOf(summary, rows)) { Source = ResultsFiles.OperatingCharacteristics };
    }

    private static JsonObject Names() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["dy"] = NameOffset, ["limit"] = new JsonObject { ["expr"] = "width" } },
        ["encoding"] = new JsonObject { ["x"] = new JsonObject { ["value"] = 0 }, ["text"] = Nominal("name"), ["color"] = new JsonObject { ["value"] = SpecTheme.Text } },
    };

    private static JsonObject DataOf(RunSummary summary, OperatingCharacteristic row, ArmPalette palette) => new()
    {
        ["name"] = NameOf(row),
        ["look"] = row.Look,
        ["analysis"] = row.Analysis,
        ["arm"] = row.Arm,
        ["measure"] = row.Measure,
        ["colour"] = palette.ColourOf(row.Arm),
        ["value"] = row.Value,
        ["q_lower"] = QuantileOf(summary, row, Measures.Quantiles[0]) ?? row.Value,
        ["q_upper"] = QuantileOf(summary, row, Measures.Quantiles[^1]) ?? row.Value,
    };

    private static string NameOf(OperatingCharacteristic row) => $"{row.Analysis} · {row.Arm}";

    // What an endpoint that reads a marker at a visit reads, as the scenario states it.
    private static string? MarkerOf(RunSummary summary, string endpoint)
    {
        string text = summary.Statements.FirstOrDefault(statement => statement.Key == $"design.endpoints.{endpoint}")?.Text ?? "";
        Match marker = MarkerText().Match(text);
        Match change = ChangeText().Match(text);
        return !marker.Success ? null : marker.Groups[1].Value + (change.Success ? $", {change.Groups[1].Value} change" : "");
    }

    private static double? QuantileOf(RunSummary summary, OperatingCharacteristic row, double probability) => summary.OperatingCharacteristics
        .FirstOrDefault(other => other.Look == row.Look && other.Analysis == row.Analysis && other.Arm == row.Arm && other.Measure == Measures.QuantileOf(row.Measure, probability))?.Value;

    private static ChartTable TableOf(RunSummary summary, OperatingCharacteristic[] rows)
    {
        return new ChartTable(
            ["Analysis", "Arm", "Mean over trials ± Monte Carlo standard error", "2.5 % quantile", "97.5 % quantile"],
            [
                .. rows.Select(row => (IReadOnlyList<string>)
                [
                    row.Analysis, row.Arm, Figures.EstimateAndError(row), Cell(row, Measures.Quantiles[0]), Cell(row, Measures.Quantiles[^1]),
                ]),
            ]);

        string Cell(OperatingCharacteristic row, double probability) => QuantileOf(summary, row, probability) is double value ? Figures.Beside(row, value) : Figures.Blank;
    }

    [GeneratedRegex(@"(?:^|; )marker: ([^;]+)")]
    private static partial Regex MarkerText();

    [GeneratedRegex(@"(?:^|; )change: ([^;]+)")]
    private static partial Regex ChangeText();
}
