using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;
using TrialSim.Results.Folder;
using TrialSim.Results.Sizes;
using TrialSim.Results.Tables;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Sizes;

/// <summary>What a search for a size has seen of a target: the evaluations with their 95 % Monte Carlo intervals, the line through those near the answer with its band, the answer and its interval.</summary>
internal static class SizeCurveChart
{
    private const int Height = 320;
    private const int MostPoints = 300;

    /// <summary>A chart for each target that has evaluations.</summary>
    public static IEnumerable<Chart> AllOf(SizeSummary summary, IReadOnlyList<SizeCurvePoint> curve, IReadOnlyList<EvaluatedFigure> evaluations) =>
        from reach in summary.Targets
        let seen = evaluations.Where(figure => figure.Characteristic == reach.Characteristic).ToArray()
        where seen.Length > 0
        select Of(summary, reach, [.. curve.Where(point => point.Characteristic == reach.Characteristic)], seen);

    private static Chart Of(SizeSummary summary, SizeReach reach, SizeCurvePoint[] curve, EvaluatedFigure[] seen)
    {
        EvaluatedFigure[] drawn = [.. seen.TakeLast(MostPoints)];
        string what = SizeNameOf(summary);
        string title = $"{reach.Characteristic} over {what}";
        string description = $"It is to be {reach.Wanted}. Dots: evaluations of the search, with their 95 % Monte Carlo intervals; those that confirm the answer are filled."
            + (curve.Length > 0 ? " Line and band: the curve through the evaluations near the answer." : "")
            + (summary.Answer.HasValue ? " Upright line: the answer; grey: its 95 % interval." : "")
            + (drawn.Length < seen.Length ? $" The last {Figures.Count(drawn.Length)} of {Figures.Count(seen.Length)} evaluations are drawn; all are in {ResultsFiles.Evaluations}." : "");
        JsonObject spec = SpecTheme.Head(title, $"{Figures.Count(summary.Replicates)} trials were simulated; to be {reach.Wanted}", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = Height;
        JsonArray data = [.. drawn.Select(DataOf)];
        spec["data"] = new JsonObject { ["values"] = data };
        JsonObject x = Quantity("size");
        x["scale"] = new JsonObject { ["zero"] = false, ["nice"] = true };
        x["axis"] = new JsonObject { ["title"] = what, ["grid"] = false, ["format"] = "~f" };
        JsonObject y = Quantity("value");
        y["scale"] = seen[0].Unit == "probability" ? new JsonObject { ["domain"] = Numbers(0, 1) } : new JsonObject { ["zero"] = false, ["nice"] = true };
        y["axis"] = new JsonObject { ["title"] = seen[0].Unit == "probability" ? reach.Characteristic : $"{reach.Characteristic} ({seen[0].Unit})", ["titleLimit"] = Height };
        spec["encoding"] = new JsonObject { ["x"] = x };
        spec["layer"] = new JsonArray(
        [
            .. AnswerLayers(summary),
            .. CurveLayers(curve),
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = ArmPalette.Neutral },
                ["encoding"] = new JsonObject { ["y"] = Quantity("lower"), ["y2"] = new JsonObject { ["field"] = "upper" } },
            },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 50, ["opacity"] = 1, ["stroke"] = OkabeIto.Vermilion, ["strokeWidth"] = 1.5 },
                ["encoding"] = new JsonObject
                {
                    ["y"] = y,
                    ["fill"] = new JsonObject { ["field"] = "fill", ["type"] = "nominal", ["scale"] = null },
                    ["tooltip"] = new JsonArray(Tip("size", what), Tip("value", reach.Characteristic, ".4~g"), Tip("mc_standard_error", "Monte Carlo standard error", ".2~g"), Tip("replicates", "Replicates", ",d"), Tip("purpose", "What for")),
                },
            },
        ]);
        return new Chart(ChartNames.Of("size", reach.Characteristic), title, description, spec, TableOf(summary, reach, data)) { Source = ResultsFiles.Evaluations };
    }

    /// <summary>What is varied, with its unit.</summary>
    public static string SizeNameOf(SizeSummary summary) => summary.Varied.Replace('-', ' ') + (summary.Unit.Length > 0 && summary.Unit != summary.Varied ? $" ({summary.Unit})" : "");

    private static JsonObject DataOf(EvaluatedFigure figure)
    {
        JsonObject datum = ColumnData.Of(SizeColumns.Evaluations, figure);
        datum["lower"] = figure.Lower;
        datum["upper"] = figure.Upper;
        datum["fill"] = figure.IsConfirmation ? OkabeIto.Vermilion : SpecTheme.Paper;
        return datum;
    }

    private static JsonNode[] AnswerLayers(SizeSummary summary) => summary.Answer is not double answer ? []
        :
        [
            .. summary.Lower is double lower && summary.Upper is double upper
                ?
                [
                    new JsonObject
                    {
                        ["data"] = Single(("from", lower), ("to", upper)),
                        ["mark"] = new JsonObject { ["type"] = "rect", ["color"] = ArmPalette.Neutral, ["opacity"] = 0.18 },
                        ["encoding"] = new JsonObject { ["x"] = Quantity("from"), ["x2"] = new JsonObject { ["field"] = "to" } },
                    },
                ]
                : Array.Empty<JsonNode>(),
            new JsonObject
            {
                ["data"] = Single(("answer", answer)),
                ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = SpecTheme.Text, ["strokeWidth"] = 1.5 },
                ["encoding"] = new JsonObject { ["x"] = Quantity("answer") },
            },
        ];

    private static JsonObject Single(params (string Name, double Value)[] fields)
    {
        JsonObject datum = [];
        foreach ((string name, double value) in fields)
        {
            datum[name] = value;
        }

        return new JsonObject { ["values"] = new JsonArray(datum) };
    }

    private static JsonNode[] CurveLayers(SizeCurvePoint[] curve)
    {
        if (curve.Length == 0)
        {
            return [];
        }

        JsonObject data = new() { ["values"] = ColumnData.Of(SizeColumns.Curve, curve) };
        return
        [
            new JsonObject
            {
                ["data"] = data,
                ["mark"] = new JsonObject { ["type"] = "area", ["color"] = OkabeIto.Blue, ["opacity"] = 0.22 },
                ["encoding"] = new JsonObject { ["y"] = Quantity("lower"), ["y2"] = new JsonObject { ["field"] = "upper" } },
            },
            new JsonObject
            {
                ["data"] = data.DeepClone(),
                ["mark"] = new JsonObject { ["type"] = "line", ["color"] = OkabeIto.Blue, ["strokeWidth"] = 2 },
                ["encoding"] = new JsonObject { ["y"] = Quantity("value") },
            },
        ];
    }

    private static ChartTable TableOf(SizeSummary summary, SizeReach reach, JsonArray data) => new(
        [SizeNameOf(summary), reach.Characteristic, "Monte Carlo standard error", "Replicates", "What for"],
        [
            .. data.Select(datum => (IReadOnlyList<string>)
            [
                Figures.Number((double)datum!["size"]!, summary.Step < 1 ? 2 : 0), Figures.Number((double)datum["value"]!, 4), Figures.Number((double)datum["mc_standard_error"]!, 4), Figures.Count((long)datum["replicates"]!), (string)datum["purpose"]!,
            ]),
        ]);
}
