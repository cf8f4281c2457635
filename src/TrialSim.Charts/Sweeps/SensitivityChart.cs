using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Sweeps;

/// <summary>
/// A tornado: how far the power of a test, or the duration of the trial, moves as each varied key goes from its first value to its last, averaged over all else that is varied; the largest first.
/// </summary>
internal static class SensitivityChart
{
    private const int RowHeight = 64;
    private const string Up = OkabeIto.Blue;
    private const string Down = OkabeIto.Vermilion;

    /// <summary>One for the power of each test and for what trials take, where that differs; none where only one thing varies.</summary>
    public static IEnumerable<Chart> AllOf(SweepSummary summary) => summary.Factors.Length < 2 ? [] : Enumerable.Range(0, summary.Figures.Length)
        .Where(figure => summary.Figures[figure].Measure is Measures.Power or Measures.TrialDuration or Measures.TrialPatients)
        .Select(figure => (Figure: figure, Rows: RowsOf(summary, figure)))
        .Where(pair => pair.Rows.Any(row => row.Largest > 0))
        .Select(pair => Of(summary, summary.Figures[pair.Figure], pair.Rows));

    private static Row[] RowsOf(SweepSummary summary, int figure) =>
    [
        .. Enumerable.Range(0, summary.Factors.Length)
            .Select(factor => new Row(summary.Factors[factor], [.. SweepLines.RowsOf(summary, factor, figure).Where(level => level.Value.HasValue)]))
            .Where(row => row.Levels.Count > 1)
            .OrderByDescending(row => row.Largest),
    ];

    private static Chart Of(SweepSummary summary, CharacteristicName figure, Row[] rows)
    {
        bool isShare = figure.Measure == Measures.Power;
        int decimals = isShare ? 4 : 2;
        (string what, string axis, string name) = figure.Measure switch
        {
            Measures.Power => ($"the power of {figure.Of}", "Power (probability of rejection)", ChartNames.Of("sensitivity", figure.Of)),
            Measures.TrialDuration => ("the duration of the trial", "Months from opening to the end of the trial", "sensitivity-duration"),
            _ => ("the number of patients", "Patients randomised", "sensitivity-patients"),
        };
        string title = $"What {what} depends on";
        string description =
            $"How far {what} moves as each varied key goes from its first value (ring) to its last (dot), averaged over all else that is varied; the largest first. Ticks: values between. Beneath each key its effect ± Monte Carlo standard error"
            + (summary.IsPaired ? ", in which the luck that all cells share does not count." : ".")
            + (rows.Any(row => row.Factor.Kind == FactorKind.Sample) ? " The values of sampled keys are in groups of equally many, from the smallest to the largest." : "");
        double[] values = [.. rows.SelectMany(row => row.Levels).Select(level => level.Value!.Value)];
        double air = 0.04 * Math.Max(values.Max() - values.Min(), 1e-6);
        JsonObject x = Quantity("value");
        x["scale"] = new JsonObject { ["domain"] = Numbers(values.Min() - air, values.Max() + air), ["zero"] = false, ["nice"] = true };
        x["axis"] = new JsonObject { ["title"] = axis, ["titleLimit"] = SpecTheme.Width };
        JsonObject spec = SpecTheme.Head(title, $"{Figures.Cells(summary)}; mean over all else that is varied", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight * rows.Length;
        spec["data"] = new JsonObject { ["values"] = new JsonArray([.. rows.SelectMany((row, index) => DataOf(row, index, decimals))]) };
        spec["encoding"] = new JsonObject { ["y"] = new JsonObject { ["field"] = "row", ["type"] = "ordinal", ["axis"] = null } };
        spec["layer"] = new JsonArray(
            Text("name", -16, SpecTheme.Text, 600),
            Text("text", 0, SpecTheme.Muted, 400),
            new JsonObject
            {
                ["transform"] = Only("last"),
                ["mark"] = new JsonObject { ["type"] = "bar", ["height"] = 10, ["yOffset"] = 17, ["opacity"] = 0.75 },
                ["encoding"] = new JsonObject { ["x"] = x, ["x2"] = new JsonObject { ["field"] = "first" }, ["color"] = Colour() },
            },
            Marks("between", new JsonObject { ["type"] = "tick", ["orient"] = "vertical", ["size"] = 16, ["thickness"] = 2, ["yOffset"] = 17, ["color"] = SpecTheme.Text }, axis, decimals, isColoured: false),
            Marks("first", new JsonObject { ["type"] = "point", ["filled"] = false, ["fill"] = SpecTheme.Paper, ["size"] = 90, ["strokeWidth"] = 2.5, ["opacity"] = 1, ["yOffset"] = 17 }, axis, decimals, isColoured: true),
            Marks("last", new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 110, ["opacity"] = 1, ["yOffset"] = 17 }, axis, decimals, isColoured: true));
        return new Chart(name, title, description, spec, TableOf(rows, axis, decimals)) { Source = ResultsFiles.Sensitivity };
    }

    private static IEnumerable<JsonObject> DataOf(Row row, int index, int decimals) => row.Levels.Select((level, place) => new JsonObject
    {
        ["row"] = index,
        ["place"] = place == 0 ? "first" : place == row.Levels.Count - 1 ? "last" : "between",
        ["name"] = row.Factor.Name,
        ["text"] = $"{row.First.Label} → {row.Last.Label}: {EffectOf(row.Last, decimals)}",
        ["first"] = row.First.Value,
        ["colour"] = row.Last.Value >= row.First.Value ? Up : Down,
        ["factor"] = level.Factor,
        ["level_value"] = level.Label,
        ["analysis"] = level.Row.Analysis,
        ["measure"] = level.Row.Measure,
        ["value"] = level.Value,
        ["mc_standard_error"] = level.Error,
        ["difference"] = level.Difference,
        ["difference_mc_standard_error"] = level.DifferenceError,
    });

    private static string EffectOf(Sensitivity level, int decimals) => level.Difference is not double difference ? Figures.Blank
        : $"{(difference > 0 ? "+" : "")}{Figures.Number(difference, decimals)}{(level.DifferenceError is double error ? $" ± {Figures.Number(error, decimals)}" : "")}";

    // One line of each row: the whole width is its own.
    private static JsonObject Text(string field, int offset, string colour, int weight) => new()
    {
        ["transform"] = Only("last"),
        ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["dy"] = offset, ["color"] = colour, ["fontWeight"] = weight, ["limit"] = new JsonObject { ["expr"] = "width" } },
        ["encoding"] = new JsonObject { ["x"] = new JsonObject { ["value"] = 0 }, ["text"] = Nominal(field) },
    };

    private static JsonObject Marks(string place, JsonObject mark, string axis, int decimals, bool isColoured)
    {
        JsonObject encoding = new()
        {
            ["x"] = Quantity("value"),
            ["tooltip"] = new JsonArray(
            [
                Tip("name", "Key"), Tip("level_value", "Value"), Tip("value", axis, $".{decimals}f"),
                .. place == "first" ? [] : new JsonNode[] { Tip("difference", "Less that at the first value", $"+.{decimals}f"), Tip("difference_mc_standard_error", "Its Monte Carlo standard error", $".{decimals}f") },
            ]),
        };
        if (isColoured)
        {
            encoding["color"] = Colour();
        }

        return new JsonObject { ["transform"] = Only(place), ["mark"] = mark, ["encoding"] = encoding };
    }

    private static JsonArray Only(string place) => [new JsonObject { ["filter"] = $"datum.place == '{place}'" }];

    private static JsonObject Colour() => new() { ["field"] = "colour", ["type"] = "nominal", ["scale"] = null };

    private static ChartTable TableOf(Row[] rows, string axis, int decimals) => new(
        ["Key", "Value", axis, "Monte Carlo standard error", "Less that at the first value ± Monte Carlo standard error", "Cells averaged"],
        [
            .. rows.SelectMany(row => row.Levels).Select(level => (IReadOnlyList<string>)
            [
                level.Factor,
                level.Label,
                Figures.Number(level.Value!.Value, decimals),
                level.Error is double error ? Figures.Number(error, decimals) : Figures.Blank,
                EffectOf(level, decimals),
                Figures.Count(level.Cells),
            ]),
        ]);

    // What is varied, and the figure at its levels.
    private sealed record Row(SweepFactor Factor, IReadOnlyList<Sensitivity> Levels)
    {
        public Sensitivity First => Levels[0];

        public Sensitivity Last => Levels[^1];

        public double Largest => Levels.Count > 0 ? Levels.Max(level => level.Value!.Value) - Levels.Min(level => level.Value!.Value) : 0;
    }
}
