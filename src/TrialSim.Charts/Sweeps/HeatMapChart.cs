using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Sweeps;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Sweeps;

/// <summary>Power over two of the things that a sweep varies, as a map with contour lines. With more than two it is that of the two that power depends on most, of means over all else.</summary>
internal static class HeatMapChart
{
    private const int Height = 380;
    private const int MostWithText = 8;

    // A line without room for its letters says nothing.
    private const double Shortest = 0.2;

    // Of one hue, light enough at both ends for dark letters and lines. They stay as they are on a dark page.
    private const string Light = "#f1f6fb";
    private const string Deep = "#5fa5d6";
    private const string Ink = "#1b2733";

    /// <summary>A map for the power of each test; none where only one thing varies.</summary>
    public static IEnumerable<Chart> AllOf(SweepSummary summary) => summary.Factors.Length < 2 ? [] : Enumerable.Range(0, summary.Figures.Length)
        .Where(figure => summary.Figures[figure].Measure == Measures.Power)
        .Select(figure => Of(summary, figure)).OfType<Chart>();

    private static Chart? Of(SweepSummary summary, int figure)
    {
        (int across, int up) = AxesOf(summary, figure);
        HeatMapCell[] cells = summary.IsPlane ? [.. Fields(summary, figure, across, up)] : [.. Means(summary, figure, across, up)];
        if (cells.Length == 0)
        {
            return null;
        }

        (SweepFactor horizontal, SweepFactor vertical) = (summary.Factors[across], summary.Factors[up]);
        string of = summary.Figures[figure].Of;
        bool hasContours = horizontal.IsNumeric && vertical.IsNumeric && horizontal.Levels.Length > 1 && vertical.Levels.Length > 1;
        JsonNode[] contours = hasContours ? [.. Contours(horizontal, vertical, cells)] : [];
        string title = $"Map of the power of {of}";
        string thinned = horizontal.Levels.Length < horizontal.LevelCount || vertical.Levels.Length < vertical.LevelCount
            ? string.Create(CultureInfo.InvariantCulture, $" {horizontal.Levels.Length} of {horizontal.LevelCount:N0} levels across and {vertical.Levels.Length} of {vertical.LevelCount:N0} up are drawn, evenly chosen; all are in {ResultsFiles.Sweep}.") : "";
        string description = (summary.IsPlane ? $"Power over {horizontal.Name} and {vertical.Name}: each field is a cell of the sweep." : $"Power over {horizontal.Name} and {vertical.Name}, on which it depends most: each field is the mean over all else that the sweep varies.")
            + (contours.Length > 0 ? " Lines join equal power, linear between the cells; those of 0.8 and 0.9 are strong." : "")
            + (horizontal.Kind == FactorKind.Sample || vertical.Kind == FactorKind.Sample ? " Sampled keys are in groups of equally many of their values; a field without a point is left white." : thinned);
        JsonObject spec = SpecTheme.Head(title, Figures.Cells(summary), description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = Height;
        spec["data"] = new JsonObject { ["values"] = DataOf(horizontal, vertical, cells) };
        spec["encoding"] = new JsonObject
        {
            ["x"] = FactorAxis.Of(horizontal, "x", EndsOf(horizontal)),
            ["y"] = FactorAxis.Of(vertical, "y", EndsOf(vertical)),
        };
        spec["layer"] = new JsonArray([Map(summary, horizontal, vertical, cells), .. Texts(horizontal, vertical, contours.Length > 0), .. contours]);
        return new Chart(ChartNames.Of("power-map", of), title, description, spec, TableOf(horizontal, vertical, cells)) { Source = summary.IsPlane ? ResultsFiles.Sweep : "" };
    }

    private static (int Across, int Up) AxesOf(SweepSummary summary, int figure)
    {
        int[] most = [.. Enumerable.Range(0, summary.Factors.Length).OrderByDescending(factor => RangeOf(SweepLines.RowsOf(summary, factor, figure))).Take(2).Order()];
        int along = summary.IsPlane ? summary.Along : most[0];
        return (along, summary.IsPlane ? 1 - along : most[1]);
    }

    private static double RangeOf(IReadOnlyList<Sensitivity> rows)
    {
        double[] values = [.. rows.Where(row => row.Value.HasValue).Select(row => row.Value!.Value)];
        return values.Length > 0 ? values.Max() - values.Min() : 0;
    }

    private static IEnumerable<HeatMapCell> Fields(SweepSummary summary, int figure, int across, int up) => summary.Cells
        .Where(cell => cell.Figures[figure]?.Value is not null)
        .Select(cell => new HeatMapCell(cell.Levels[across], cell.Levels[up], cell.Figures[figure]!.Value!.Value, 1) { Only = (cell.Place.Number, cell.Figures[figure]!) });

    private static IEnumerable<HeatMapCell> Means(SweepSummary summary, int figure, int across, int up) => summary.Pairs
        .Where(pair => pair.First == across && pair.Second == up && pair.Figure == figure)
        .Select(pair => new HeatMapCell(pair.FirstLevel, pair.SecondLevel, pair.Mean, pair.Cells));

    private static JsonArray DataOf(SweepFactor horizontal, SweepFactor vertical, HeatMapCell[] cells)
    {
        (double[] x, double[] y) = (BordersOf(horizontal), BordersOf(vertical));
        (double[] left, double[] low) = (FactorAxis.PositionsOf(horizontal), FactorAxis.PositionsOf(vertical));
        return
        [
            .. cells.Select(cell =>
            {
                JsonObject datum = new()
                {
                    ["x"] = x[cell.Column],
                    ["x_end"] = x[cell.Column + 1],
                    ["y"] = y[cell.Row],
                    ["y_end"] = y[cell.Row + 1],
                    ["x_middle"] = left[cell.Column],
                    ["y_middle"] = low[cell.Row],
                    ["across"] = horizontal.Levels[cell.Column].Label,
                    ["up"] = vertical.Levels[cell.Row].Label,
                    ["power"] = cell.Value,
                    ["averaged"] = cell.Cells,
                };
                if (cell.Only is (int number, OperatingCharacteristic row))
                {
                    datum["cell"] = number;
                    datum["look"] = row.Look;
                    datum["analysis"] = row.Analysis;
                    datum["measure"] = row.Measure;
                    datum["value"] = row.Value;
                    datum["lower"] = row.Lower;
                    datum["upper"] = row.Upper;
                }

                return datum;
            }),
        ];
    }

    // A field reaches half way to its neighbours; levels are in order of their places.
    private static double[] BordersOf(SweepFactor factor)
    {
        double[] positions = FactorAxis.PositionsOf(factor);
        double[] sorted = [.. positions.Order()];
        bool isDescending = positions.Length > 1 && positions[0] > positions[^1];
        double first = sorted.Length > 1 ? sorted[1] - sorted[0] : 1.0;
        double last = sorted.Length > 1 ? sorted[^1] - sorted[^2] : 1.0;
        double[] borders = [sorted[0] - (first / 2), .. sorted.Zip(sorted.Skip(1), (one, next) => (one + next) / 2), sorted[^1] + (last / 2)];
        return isDescending ? [.. borders.Reverse()] : borders;
    }

    private static (double From, double To) EndsOf(SweepFactor factor) => (BordersOf(factor).Min(), BordersOf(factor).Max());

    private static JsonObject Map(SweepSummary summary, SweepFactor horizontal, SweepFactor vertical, HeatMapCell[] cells)
    {
        double least = Math.Floor(cells.Min(cell => cell.Value) * 10) / 10;
        double largest = Math.Max(Math.Ceiling(cells.Max(cell => cell.Value) * 10) / 10, least + 0.1);
        return new JsonObject
        {
            ["mark"] = new JsonObject { ["type"] = "rect" },
            ["encoding"] = new JsonObject
            {
                ["x2"] = new JsonObject { ["field"] = "x_end" },
                ["y2"] = new JsonObject { ["field"] = "y_end" },
                ["color"] = new JsonObject
                {
                    ["field"] = "power",
                    ["type"] = "quantitative",
                    ["scale"] = new JsonObject { ["domain"] = Numbers(least, largest), ["range"] = Strings([Light, Deep]) },
                    ["legend"] = new JsonObject { ["title"] = "Power", ["orient"] = "bottom", ["format"] = ".1f", ["gradientLength"] = 200 },
                },
                ["tooltip"] = new JsonArray(
                [
                    Tip("across", FactorAxis.TitleOf(horizontal)), Tip("up", FactorAxis.TitleOf(vertical)), Tip("power", "Power", ".4f"),
                    .. summary.IsPlane ? [Tip("lower", "Lower end of the 95 % interval", ".4f"), Tip("upper", "Upper end", ".4f")] : new JsonNode[] { Tip("averaged", "Cells averaged", ",d") },
                ]),
            },
        };
    }

    private static JsonNode[] Texts(SweepFactor horizontal, SweepFactor vertical, bool hasContours) => horizontal.Levels.Length > MostWithText || vertical.Levels.Length > 2 * MostWithText
        ? []
        :
        [
            new JsonObject
            {
                // Beneath the middle, where a line may run through.
                ["mark"] = new JsonObject { ["type"] = "text", ["color"] = Ink, ["fontSize"] = 11, ["dy"] = hasContours ? 9 : 0, ["opacity"] = 0.8 },
                ["encoding"] = new JsonObject { ["x"] = Quantity("x_middle"), ["y"] = Quantity("y_middle"), ["text"] = new JsonObject { ["field"] = "power", ["type"] = "quantitative", ["format"] = ".2f" } },
            },
        ];

    private static IEnumerable<JsonNode> Contours(SweepFactor horizontal, SweepFactor vertical, HeatMapCell[] cells)
    {
        Dictionary<(int, int), double> figures = cells.ToDictionary(cell => (cell.Column, cell.Row), cell => cell.Value);
        (double[] x, double[] y) = (FactorAxis.PositionsOf(horizontal), FactorAxis.PositionsOf(vertical));
        double At(int column, int row) => figures.GetValueOrDefault((column, row), double.NaN);
        ContourSegment[][] lines = [.. ContourLines.HeightsBetween(cells.Min(cell => cell.Value), cells.Max(cell => cell.Value)).Select(height => ContourLines.At(x, y, At, height).ToArray()).Where(line => line.Sum(piece => LengthOf(piece, x, y)) > Shortest)];
        if (lines.Length == 0)
        {
            yield break;
        }

        yield return new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["values"] = new JsonArray(
                [
                    .. lines.SelectMany(line => line).Select(piece => new JsonObject
                    {
                        ["x"] = Rounded(piece.X1), ["y"] = Rounded(piece.Y1), ["x_end"] = Rounded(piece.X2), ["y_end"] = Rounded(piece.Y2), ["strength"] = Math.Abs(piece.Height - 0.8) < 1e-9 || Math.Abs(piece.Height - 0.9) < 1e-9 ? 2.4 : 1.1,
                    }),
                ]),
            },
            ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = Ink, ["strokeCap"] = "round" },
            ["encoding"] = new JsonObject { ["x2"] = new JsonObject { ["field"] = "x_end" }, ["y2"] = new JsonObject { ["field"] = "y_end" }, ["strokeWidth"] = new JsonObject { ["field"] = "strength", ["type"] = "quantitative", ["scale"] = null } },
        };

        // Letters in the middle of each line, on a rim of the map's colour so that they can be read over it.
        foreach ((string colour, double rim) in new[] { (Light, 4.0), (Ink, 0.0) })
        {
            yield return new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["values"] = new JsonArray(
                    [
                        .. lines.Select(line => line.OrderBy(piece => piece.X1 + piece.X2).ElementAt(line.Length / 2))
                            .Select(piece => new JsonObject { ["x"] = Rounded((piece.X1 + piece.X2) / 2), ["y"] = Rounded((piece.Y1 + piece.Y2) / 2), ["height"] = piece.Height }),
                    ]),
                },
                ["mark"] = new JsonObject { ["type"] = "text", ["fontWeight"] = 600, ["color"] = colour, ["stroke"] = rim > 0 ? colour : null, ["strokeWidth"] = rim, ["strokeJoin"] = "round" },
                ["encoding"] = new JsonObject { ["text"] = new JsonObject { ["field"] = "height", ["type"] = "quantitative", ["format"] = "~g" } },
            };
        }
    }

    // As a share of the map's sides.
    private static double LengthOf(ContourSegment piece, double[] x, double[] y) =>
        Math.Sqrt(Math.Pow((piece.X2 - piece.X1) / (x.Max() - x.Min()), 2) + Math.Pow((piece.Y2 - piece.Y1) / (y.Max() - y.Min()), 2));

    private static double Rounded(double place) => double.Parse(place.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static ChartTable TableOf(SweepFactor horizontal, SweepFactor vertical, HeatMapCell[] cells) => new(
        [FactorAxis.TitleOf(horizontal), FactorAxis.TitleOf(vertical), "Power", "95 % Monte Carlo interval", "Cells averaged"],
        [
            .. cells.Select(cell => (IReadOnlyList<string>)
            [
                horizontal.Levels[cell.Column].Label,
                vertical.Levels[cell.Row].Label,
                Figures.Number(cell.Value, 4),
                cell.Only?.Row is { Lower: double lower, Upper: double upper } ? Figures.Interval(lower, upper, 4) : Figures.Blank,
                Figures.Count(cell.Cells),
            ]),
        ]);
}
