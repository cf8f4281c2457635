using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Tables;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>One histogram: bars of the share of trials, and lines at figures that are told of them.</summary>
/// <param name="Name">What stands above it; empty for nothing.</param>
/// <param name="Bins">Its ranges.</param>
/// <param name="Marks">Figures at which a line stands.</param>
/// <param name="Colour">Colour of its bars.</param>
internal sealed record HistogramView(string Name, IReadOnlyList<DistributionBin> Bins, IReadOnlyList<HistogramMark> Marks, string Colour)
{
    private const int MostLogTicks = 9;
    private const double WidestLogRange = 20;

    private static readonly double[] LogSteps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

    /// <summary>Drawn beneath one another on the same axis.</summary>
    /// <param name="views">From above; at least one.</param>
    /// <param name="height">Of each in pixels.</param>
    /// <param name="title">Title of the axis of values, with its unit.</param>
    /// <param name="scale">Type of its scale: linear or log.</param>
    public static JsonArray Stack(IReadOnlyList<HistogramView> views, int height, string title, string scale)
    {
        double least = views.Min(view => Math.Min(view.Bins[0].From, view.Marks.Select(mark => mark.At).DefaultIfEmpty(double.PositiveInfinity).Min()));
        double most = views.Max(view => Math.Max(view.Bins[^1].To, view.Marks.Select(mark => mark.At).DefaultIfEmpty(double.NegativeInfinity).Max()));
        double room = least < most ? 0 : Math.Max(Math.Abs(least) / 10, 1);
        string[] kinds = [.. HistogramMark.Kinds.Where(kind => views.Any(view => view.Marks.Any(mark => mark.What == kind)))];
        return
        [
            .. views.Select((view, index) => view.Spec(height, index == views.Count - 1 ? title : "", Scale(), scale == "log" ? LogTicks(least - room, most + room) : [], kinds)),
        ];

        JsonObject Scale()
        {
            JsonObject axis = new() { ["type"] = scale, ["domain"] = Numbers(least - room, most + room), ["nice"] = false };
            if (scale == "linear")
            {
                axis["zero"] = false; // A logarithmic one has no zero to leave out.
            }

            return axis;
        }
    }

    /// <summary>The rows of a table: lines first, then ranges.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows()
    {
        foreach (HistogramMark mark in Marks)
        {
            yield return [Name, mark.What, HistogramText.Of(mark.At, Bins[0]), Figures.Blank, Figures.Blank];
        }

        foreach (DistributionBin bin in Bins)
        {
            yield return [Name, "range", HistogramText.RangeOf(bin), Figures.Count(bin.Replicates), Figures.Number(bin.Share, 4)];
        }
    }

    private JsonObject Spec(int height, string axis, JsonObject scale, double[] ticks, string[] kinds)
    {
        return new JsonObject
        {
            ["width"] = SpecTheme.Width,
            ["height"] = height,
            ["layer"] = new JsonArray([Bars(scale, axis, ticks), .. Marks.Count > 0 ? [Lines(kinds)] : Array.Empty<JsonNode>(), .. Name.Length > 0 ? [Heading()] : Array.Empty<JsonNode>()]),
        };
    }

    private JsonObject Heading() => new()
    {
        ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject { ["name"] = Name }) },
        ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["baseline"] = "bottom", ["limit"] = new JsonObject { ["expr"] = "width" } },
        ["encoding"] = new JsonObject { ["x"] = new JsonObject { ["value"] = 0 }, ["y"] = new JsonObject { ["value"] = -5 }, ["text"] = Nominal("name") },
    };

    private JsonObject Bars(JsonObject scale, string axis, double[] ticks)
    {
        double most = Bins.Max(bin => bin.Share);
        return new JsonObject
        {
            ["data"] = new JsonObject { ["values"] = new JsonArray([.. Bins.Where(bin => bin.Replicates > 0).Select(DatumOf)]) },
            ["mark"] = new JsonObject { ["type"] = "rect", ["color"] = Colour, ["opacity"] = 0.75, ["stroke"] = SpecTheme.Paper, ["strokeWidth"] = 0.5 },
            ["encoding"] = new JsonObject
            {
                ["x"] = new JsonObject
                {
                    ["field"] = "from",
                    ["type"] = "quantitative",
                    ["scale"] = scale,
                    ["axis"] = AxisOf(axis, ticks),
                },
                ["x2"] = new JsonObject { ["field"] = "to" },
                ["y"] = new JsonObject
                {
                    ["field"] = "share",
                    ["type"] = "quantitative",
                    ["scale"] = new JsonObject { ["domain"] = Numbers(0, most * 1.05), ["nice"] = false },
                    ["axis"] = new JsonObject { ["title"] = "Share of trials", ["format"] = ".0%", ["tickCount"] = 3, ["grid"] = false, ["minExtent"] = 34, ["maxExtent"] = 34 },
                },
                ["y2"] = new JsonObject { ["datum"] = 0 },
                ["tooltip"] = new JsonArray(Tip("range", "Value"), Tip("share", "Share of trials", ".4f"), Tip("replicates", "Trials", ",d")),
            },
        };
    }

    private static JsonObject AxisOf(string title, double[] ticks)
    {
        JsonObject axis = new() { ["title"] = title.Length > 0 ? title : null, ["labels"] = title.Length > 0, ["ticks"] = title.Length > 0, ["grid"] = false, ["format"] = ",~f", ["tickCount"] = 7, ["labelOverlap"] = true };
        if (ticks.Length > 0)
        {
            axis["values"] = Numbers(ticks);
        }

        return axis;
    }

    // Of its own, a logarithmic axis names 0.1, 0.2, … 1, and then nothing up to 2, where the ratios of trials have their other half.
    private static double[] LogTicks(double from, double to)
    {
        double step = Array.Find(LogSteps, step => (to - from) / step <= MostLogTicks);
        return step == 0 || to / from > WidestLogRange ? [] : [.. Enumerable.Range(0, MostLogTicks + 2).Select(index => Math.Round((Math.Ceiling(from / step) + index) * step, 4)).Where(tick => tick >= from && tick <= to)];
    }

    private static JsonObject DatumOf(DistributionBin bin)
    {
        JsonObject datum = ColumnData.Of(DistributionColumns.All, bin);
        datum["range"] = $"{HistogramText.RangeOf(bin)} {(bin.Unit is "probability" or "ratio" ? "" : bin.Unit)}".TrimEnd();
        return datum;
    }

    private JsonObject Lines(string[] kinds) => new()
    {
        ["data"] = new JsonObject { ["values"] = new JsonArray([.. Marks.Select(mark => new JsonObject { ["what"] = mark.What, ["at"] = mark.At, ["text"] = HistogramText.Of(mark.At, Bins[0]) })]) },
        ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = SpecTheme.Text, ["strokeWidth"] = 1.7 },
        ["encoding"] = new JsonObject
        {
            ["x"] = Quantity("at"),
            ["strokeDash"] = new JsonObject
            {
                ["field"] = "what",
                ["type"] = "nominal",
                ["scale"] = new JsonObject { ["domain"] = Strings(kinds), ["range"] = new JsonArray([.. kinds.Select(kind => Numbers(HistogramMark.DashOf(kind)))]) },
                ["legend"] = new JsonObject { ["title"] = null, ["orient"] = "bottom", ["columns"] = 2 },
            },
            ["tooltip"] = new JsonArray(Tip("what", "Line"), Tip("text", "Value")),
        },
    };
}
