using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Sweeps;

/// <summary>Power, type I error and duration over what a sweep varies: points with their 95 % Monte Carlo band, and dashed what the design formula gives.</summary>
internal static class SweepCurveChart
{
    private const int Height = 320;
    private static readonly string[] Shapes = ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"];

    /// <summary>The measures that have curves, with the title, the title of the axis and the name of the file.</summary>
    private static readonly (string Measure, string Title, string Axis, string Name)[] Kinds =
    [
        (Measures.Power, "Power", "Power (probability of rejection)", "power"),
        (Measures.TypeIError, "Type I error", "Type I error", "type-i-error"),
        (Measures.TrialDuration, "Duration", "Months from opening to the end of the trial", "duration"),
    ];

    /// <summary>Over the only factor one chart a measure; over two one for each figure; over each of more factors one of means.</summary>
    public static IEnumerable<Chart> AllOf(SweepSummary summary)
    {
        foreach ((string measure, string title, string axis, string name) in Kinds)
        {
            int[] figures = [.. Enumerable.Range(0, summary.Figures.Length).Where(index => summary.Figures[index].Measure == measure && Differs(summary, index))];
            if (figures.Length == 0)
            {
                continue;
            }

            if (!summary.IsPlane)
            {
                for (int factor = 0; factor < summary.Factors.Length; factor++)
                {
                    yield return Of(summary, factor, SweepLines.OfMeans(summary, factor, figures), new Words(title, "", axis, ChartNames.Of(name, summary.Factors[factor].Name), "", measure));
                }
            }
            else if (summary.Factors.Length == 1)
            {
                yield return Of(summary, 0, SweepLines.OverOne(summary, figures), new Words(title, figures.Length == 1 ? summary.Figures[figures[0]].Of : "", axis, name, "", measure));
            }
            else
            {
                foreach (int figure in figures)
                {
                    string of = summary.Figures[figure].Of;
                    yield return Of(
                        summary, summary.Along, SweepLines.OverTwo(summary, figure), new Words(title, of, axis, ChartNames.Of([name, .. of.Length > 0 ? [of] : Array.Empty<string>()]), summary.Factors[1 - summary.Along].Name, measure));
                }
            }
        }
    }

    // A duration that is the same in all cells is no curve; a power of 0 everywhere is a finding.
    private static bool Differs(SweepSummary summary, int figure) =>
        summary.Figures[figure].Measure != Measures.TrialDuration || summary.Cells.Select(cell => cell.Figures[figure]?.Value).Distinct().Count() > 1;

    private static Chart Of(SweepSummary summary, int factorIndex, IReadOnlyList<SweepLine> lines, Words words)
    {
        SweepFactor factor = summary.Factors[factorIndex];
        bool hasFormula = lines.Any(line => line.Points.Any(point => point.Formula.HasValue));
        bool isShare = words.Measure != Measures.TrialDuration;
        bool isMean = !summary.IsPlane;
        string title = $"{words.Title}{(words.Of.Length > 0 ? $" of {words.Of}" : "")} over {factor.Name}";
        string shown = factor.Levels.Length < factor.LevelCount && factor.Kind == FactorKind.Grid
            ? string.Create(CultureInfo.InvariantCulture, $" {factor.Levels.Length} of {factor.LevelCount:N0} levels are drawn, evenly chosen; all are in {ResultsFiles.Sweep}.") : "";
        string subtitle = $"{Figures.Cells(summary)}, 95 % Monte Carlo {(factor.IsNumeric ? "band" : "interval")}";
        string description =
            (isMean ? $"Mean over all that the sweep varies beside {factor.Name}{(factor.Kind == FactorKind.Sample ? ", in groups of equally many of its values" : "")}." : "A point is a cell of the sweep.")
            + $" {(factor.IsNumeric ? "Band" : "Bar")}: 95 % Monte Carlo interval.{(hasFormula ? " Dashed: what the design formula gives." : "")}{shown}";
        JsonObject spec = SpecTheme.Head(title, hasFormula ? subtitle + "; dashed: design formula" : subtitle, description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = Height;
        spec["data"] = new JsonObject { ["values"] = DataOf(lines) };
        spec["encoding"] = new JsonObject { ["x"] = FactorAxis.Of(factor, "x", FactorAxis.DomainOf(factor)), ["color"] = ColourOf(lines, words.LegendTitle) };
        JsonObject y = Quantity("value");
        y["scale"] = ScaleOf(words.Measure, lines);
        y["axis"] = new JsonObject { ["title"] = words.Axis, ["titleLimit"] = Height };
        spec["layer"] = new JsonArray([.. Layers(factor, y), .. hasFormula ? [FormulaLayer(lines, factor.IsNumeric)] : Array.Empty<JsonNode>(), Points(lines, factor, words, isShare ? ".4f" : ".4~g")]);
        return new Chart(words.Name, title, description, spec, TableOf(factor, lines, words, hasFormula, isShare ? 4 : 2)) { Source = isMean ? ResultsFiles.Sensitivity : ResultsFiles.Sweep };
    }

    private static JsonArray DataOf(IReadOnlyList<SweepLine> lines) =>
    [
        .. lines.SelectMany(line => line.Points.Select(point =>
        {
            JsonObject datum = new() { ["line"] = line.Name, ["x"] = point.Position, ["label"] = point.Label };
            foreach ((string column, JsonNode? key) in point.Keys)
            {
                datum[column] = key?.DeepClone();
            }

            datum["value"] = point.Value;
            datum["lower"] = point.Lower;
            datum["upper"] = point.Upper;
            return datum;
        })),
    ];

    // Points of levels that are no numbers are not joined: there is nothing between them.
    private static JsonNode[] Layers(SweepFactor factor, JsonObject y) => factor.IsNumeric
        ?
        [
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "area", ["opacity"] = 0.18 },
                ["encoding"] = new JsonObject { ["y"] = Quantity("lower"), ["y2"] = new JsonObject { ["field"] = "upper" } },
            },
            new JsonObject { ["mark"] = new JsonObject { ["type"] = "line", ["strokeWidth"] = 2 }, ["encoding"] = new JsonObject { ["y"] = y } },
        ]
        :
        [
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2 },
                ["encoding"] = new JsonObject { ["y"] = Quantity("lower"), ["y2"] = new JsonObject { ["field"] = "upper" } },
            },
            new JsonObject { ["mark"] = new JsonObject { ["type"] = "point", ["opacity"] = 0 }, ["encoding"] = new JsonObject { ["y"] = y } },
        ];

    private static JsonObject FormulaLayer(IReadOnlyList<SweepLine> lines, bool isJoined) => new()
    {
        ["data"] = new JsonObject
        {
            ["values"] = new JsonArray(
            [
                .. lines.SelectMany(line => line.Points.Where(point => point.Formula.HasValue).Select(point =>
                {
                    JsonObject datum = new() { ["line"] = line.Name, ["x"] = point.Position, ["formula"] = point.Formula };
                    foreach ((string column, JsonNode? key) in point.Keys.Where(key => key.Key is "cell" or "analysis" or "arm"))
                    {
                        datum[column] = key?.DeepClone();
                    }

                    return datum;
                })),
            ]),
        },
        ["mark"] = isJoined
            ? new JsonObject { ["type"] = "line", ["strokeDash"] = Numbers(6, 4), ["strokeWidth"] = 1.5 }
            : new JsonObject { ["type"] = "tick", ["orient"] = "horizontal", ["size"] = 22, ["thickness"] = 2 },
        ["encoding"] = new JsonObject { ["y"] = Quantity("formula") },
    };

    private static JsonObject Points(IReadOnlyList<SweepLine> lines, SweepFactor factor, Words words, string format) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 60, ["opacity"] = 1 },
        ["encoding"] = new JsonObject
        {
            ["y"] = Quantity("value"),
            ["shape"] = new JsonObject
            {
                ["field"] = "line",
                ["type"] = "nominal",
                ["scale"] = new JsonObject { ["domain"] = Strings(lines.Select(line => line.Name)), ["range"] = Strings(lines.Select((_, index) => Shapes[index % Shapes.Length])) },
                ["legend"] = LegendOf(lines, words.LegendTitle),
            },
            ["tooltip"] = new JsonArray(
                Tip("line", words.LegendTitle.Length > 0 ? words.LegendTitle : "Analysis"),
                Tip("label", FactorAxis.TitleOf(factor)),
                Tip("value", words.Title, format),
                Tip("lower", "Lower end of the 95 % interval", format),
                Tip("upper", "Upper end", format)),
        },
    };

    private static JsonObject ColourOf(IReadOnlyList<SweepLine> lines, string legendTitle) => new()
    {
        ["field"] = "line",
        ["type"] = "nominal",
        ["scale"] = new JsonObject { ["domain"] = Strings(lines.Select(line => line.Name)), ["range"] = Strings(lines.Select(line => line.Colour)) },
        ["legend"] = LegendOf(lines, legendTitle),
    };

    private static JsonObject? LegendOf(IReadOnlyList<SweepLine> lines, string title) => lines.Count < 2 && title.Length == 0 ? null
        : new JsonObject { ["title"] = title.Length > 0 ? title : null, ["orient"] = "bottom", ["columns"] = title.Length > 0 && lines.All(line => line.Name.Length < 10) ? 3 : 1, ["titleLimit"] = 420 };

    private static JsonObject ScaleOf(string measure, IReadOnlyList<SweepLine> lines)
    {
        double top = lines.SelectMany(line => line.Points).Select(point => point.Upper).DefaultIfEmpty(1).Max();
        return measure switch
        {
            Measures.Power => new JsonObject { ["domain"] = Numbers(0, 1) },
            Measures.TypeIError => new JsonObject { ["domain"] = Numbers(0, Math.Min(1, Math.Max(0.05, 1.15 * top))), ["nice"] = true },
            _ => new JsonObject { ["zero"] = false, ["nice"] = true },
        };
    }

    private static ChartTable TableOf(SweepFactor factor, IReadOnlyList<SweepLine> lines, Words words, bool hasFormula, int decimals) => new(
        [FactorAxis.TitleOf(factor), words.LegendTitle.Length > 0 ? words.LegendTitle : "Analysis", words.Title, "Monte Carlo standard error", "95 % interval", .. hasFormula ? ["Design formula"] : Array.Empty<string>()],
        [
            .. lines.SelectMany(line => line.Points.Select(point => (IReadOnlyList<string>)
            [
                point.Label,
                line.Name,
                Figures.Number(point.Value, decimals),
                point.Error is double error ? Figures.Number(error, decimals) : Figures.Blank,
                point.Error.HasValue ? Figures.Interval(point.Lower, point.Upper, decimals) : Figures.Blank,
                .. hasFormula ? [point.Formula is double formula ? Figures.Number(formula, decimals) : Figures.Blank] : Array.Empty<string>(),
            ])),
        ]);

    // What tells one of these charts from another.
    private sealed record Words(string Title, string Of, string Axis, string Name, string LegendTitle, string Measure);
}
