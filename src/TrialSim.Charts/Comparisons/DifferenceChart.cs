using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;
using TrialSim.Results.Comparisons;
using TrialSim.Results.Folder;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Comparisons;

/// <summary>A forest of differences of two results: a dot and its 95 % Monte Carlo interval, for each figure of one unit; a line where there is none.</summary>
internal static class DifferenceChart
{
    private const int RowHeight = 46;
    private const int MostRows = 24;

    private static readonly (string Unit, string Title, string Axis, string Name, int Decimals)[] Kinds =
    [
        ("probability", "Differences of probabilities", "Difference of probabilities", "differences-probability", 4),
        ("ratio", "Differences of ratios", "Difference of ratios", "differences-ratio", 3),
        ("months", "Differences in months", "Difference in months", "differences-months", 2),
        ("patients", "Differences in patients", "Difference in patients", "differences-patients", 2),
        ("events", "Differences in events", "Difference in events", "differences-events", 2),
    ];

    /// <summary>A chart for each unit of which figures differ.</summary>
    public static IEnumerable<Chart> AllOf(ComparisonSummary summary) =>
        from kind in Kinds
        let rows = summary.Told.Where(row => row.Row.Unit == kind.Unit && row.Lower.HasValue).ToArray()
        where rows.Any(row => row.Difference != 0)
        select Of(summary, kind, rows);

    private static Chart Of(ComparisonSummary summary, (string Unit, string Title, string Axis, string Name, int Decimals) kind, ComparedRow[] all)
    {
        ComparedRow[] rows = [.. all.Take(MostRows)];
        string part = rows.Length < all.Length ? string.Create(CultureInfo.InvariantCulture, $" The first {rows.Length} of {all.Length:N0} are drawn; all are in {ResultsFiles.Comparison}.") : "";
        string description = $"{summary.SecondName} less {summary.FirstName}. Dot: the difference; filled where replicates were paired, a ring where figures count as independent. Bar: its 95 % Monte Carlo interval. Line: no difference.{part}";
        double[] ends = [0, .. rows.SelectMany(row => new[] { row.Lower!.Value, row.Upper!.Value })];
        double air = 0.04 * Math.Max(ends.Max() - ends.Min(), 1e-6);
        JsonObject spec = SpecTheme.Head(kind.Title, $"{summary.SecondName} less {summary.FirstName}, 95 % Monte Carlo interval", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight * rows.Length;
        spec["data"] = new JsonObject { ["values"] = new JsonArray([.. rows.Select((row, index) => DataOf(summary, row, index, kind.Decimals))]) };
        spec["encoding"] = new JsonObject { ["y"] = new JsonObject { ["field"] = "row", ["type"] = "ordinal", ["axis"] = null } };
        JsonObject x = Quantity("lower");
        x["scale"] = new JsonObject { ["domain"] = Numbers(ends.Min() - air, ends.Max() + air), ["zero"] = false, ["nice"] = true };
        x["axis"] = new JsonObject { ["title"] = $"{kind.Axis}, {summary.SecondName} less {summary.FirstName}", ["titleLimit"] = SpecTheme.Width };
        spec["layer"] = new JsonArray(
            new JsonObject
            {
                ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject { ["none"] = 0 }) },
                ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = SpecTheme.Muted, ["strokeDash"] = Numbers(4, 3) },
                ["encoding"] = new JsonObject { ["x"] = Quantity("none"), ["y"] = new JsonObject { ["value"] = 0 }, ["y2"] = new JsonObject { ["value"] = RowHeight * rows.Length } },
            },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["dy"] = -11, ["limit"] = new JsonObject { ["expr"] = "width" } },
                ["encoding"] = new JsonObject { ["x"] = new JsonObject { ["value"] = 0 }, ["text"] = Nominal("text") },
            },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2, ["yOffset"] = 9, ["color"] = OkabeIto.Blue },
                ["encoding"] = new JsonObject { ["x"] = x, ["x2"] = new JsonObject { ["field"] = "upper" } },
            },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 70, ["opacity"] = 1, ["yOffset"] = 9, ["stroke"] = OkabeIto.Blue, ["strokeWidth"] = 2 },
                ["encoding"] = new JsonObject
                {
                    ["x"] = Quantity("difference"),
                    ["fill"] = new JsonObject { ["field"] = "fill", ["type"] = "nominal", ["scale"] = null },
                    ["tooltip"] = new JsonArray(
                        Tip("name", "Figure"), Tip("first", summary.FirstName, $".{kind.Decimals}f"), Tip("second", summary.SecondName, $".{kind.Decimals}f"), Tip("difference", "Difference", $"+.{kind.Decimals}f"),
                        Tip("mc_standard_error", "Monte Carlo standard error", $".{kind.Decimals}f"), Tip("errors", "Error of")),
                },
            });
        return new Chart(kind.Name, kind.Title, description, spec, TableOf(summary, rows, kind.Decimals)) { Source = ResultsFiles.Comparison };
    }

    private static JsonObject DataOf(ComparisonSummary summary, ComparedRow row, int index, int decimals)
    {
        string name = ComparisonText.NameOf(summary, row);
        return new JsonObject
        {
            ["row"] = index,
            ["name"] = name,
            ["text"] = $"{ComparisonText.DifferenceOf(row, decimals)}  {name}", // The figure first: on a phone the end is cut off.
            ["errors"] = row.Paired is null ? "independent figures" : "paired replicates",
            ["fill"] = row.Paired is null ? SpecTheme.Paper : OkabeIto.Blue,
            ["look"] = row.Row.Look,
            ["endpoint"] = row.Row.Endpoint,
            ["analysis"] = row.Row.Analysis,
            ["arm"] = row.Row.Arm,
            ["measure"] = row.Row.Measure,
            ["first"] = row.First?.Value,
            ["second"] = row.Second?.Value,
            ["difference"] = row.Difference,
            ["mc_standard_error"] = row.Error,
            ["lower"] = row.Lower,
            ["upper"] = row.Upper,
        };
    }

    private static ChartTable TableOf(ComparisonSummary summary, ComparedRow[] rows, int decimals) => new(
        ["Figure", summary.FirstName, summary.SecondName, "Difference ± Monte Carlo standard error", "95 % interval", "Error of"],
        [
            .. rows.Select(row => (IReadOnlyList<string>)
            [
                ComparisonText.NameOf(summary, row),
                Figures.Number(row.First!.Value!.Value, decimals),
                Figures.Number(row.Second!.Value!.Value, decimals),
                ComparisonText.DifferenceOf(row, decimals),
                $"{Figures.Number(row.Lower!.Value, decimals)} to {Figures.Number(row.Upper!.Value, decimals)}",
                row.Paired is null ? "independent figures" : "paired replicates",
            ]),
        ]);
}
