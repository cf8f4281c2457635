using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Swimmers;

/// <summary>Draws courses of patients: bars for what lasts, symbols for what is on a day, filled where it is known.</summary>
public static class SwimmerChart
{
    private const int RowHeight = 26;
    private const int MinRows = 3;

    private const double SymbolPixels = 30;

    // A text of so many characters fits into so many pixels.
    private const double PixelsPerCharacter = 6.5;

    /// <summary>The chart.</summary>
    public static Chart Of(SwimmerPicture picture)
    {
        const string Description =
            "Time runs from randomisation to the right. Bars: what lasts. Filled symbols: what is done or known on a day; hollow symbols: what truly happened, which nobody knows yet. "
            + "A thin line joins an event to the visit that saw it.";
        JsonObject spec = SpecTheme.Head(picture.Title, picture.Subtitle, Description);
        spec["config"]!["legend"]!["layout"] = new JsonObject { ["bottom"] = new JsonObject { ["direction"] = "vertical", ["anchor"] = "start", ["margin"] = 4 } };
        spec["config"]!["legend"]!["symbolSize"] = 90;
        spec["config"]!["legend"]!["symbolStrokeWidth"] = 1.6;
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight * Math.Max(MinRows, picture.Rows.Count);
        spec["encoding"] = new JsonObject { ["y"] = RowAxis(picture.Rows) };
        spec["resolve"] = new JsonObject { ["scale"] = new JsonObject { ["color"] = "independent", ["fill"] = "independent", ["stroke"] = "independent", ["shape"] = "independent" } };
        spec["layer"] = new JsonArray(
        [
            Lines(picture),
            LineNames(picture),
            Bars(picture, picture.Bars, 0.62),
            Bars(picture, picture.ThinBars, 0.24),
            BarTexts(picture),
            Joins(picture),
            Marks(picture),
            MarkTexts(picture),
        ]);
        return new Chart("course", picture.Title, Description, spec, TableOf(picture));
    }

    private static JsonObject RowAxis(IReadOnlyList<string> rows) => new()
    {
        ["field"] = "row",
        ["type"] = "ordinal",
        ["scale"] = new JsonObject { ["domain"] = new JsonArray([.. Enumerable.Range(0, rows.Count).Select(row => JsonValue.Create(row))]) },
        ["axis"] = new JsonObject
        {
            ["title"] = null,
            ["grid"] = true,
            ["domain"] = false,
            ["ticks"] = false,
            ["labelPadding"] = 8,
            ["labelLimit"] = 260,
            ["labelExpr"] = $"{Strings(rows).ToJsonString(SpecJson.Options)}[datum.value]",
        },
    };

    private static JsonObject Months(SwimmerPicture picture) => new()
    {
        ["field"] = "from",
        ["type"] = "quantitative",
        ["scale"] = new JsonObject { ["domain"] = Numbers(-0.012 * picture.Until, picture.Until), ["nice"] = false, ["zero"] = false },
        ["axis"] = new JsonObject { ["title"] = "Months since randomisation", ["grid"] = false, ["tickCount"] = 12 },
    };

    private static JsonObject Layer(JsonObject mark, JsonArray values, JsonObject encoding) =>
        new() { ["data"] = new JsonObject { ["values"] = values }, ["mark"] = mark, ["encoding"] = encoding };

    private static JsonObject WithFields(JsonObject datum, JsonObject fields)
    {
        foreach ((string name, JsonNode? value) in fields)
        {
            datum[name] = value?.DeepClone();
        }

        return datum;
    }

    private static JsonObject Lines(SwimmerPicture picture) => Layer(
        new JsonObject { ["type"] = "rule", ["strokeDash"] = Numbers(4, 3), ["stroke"] = SpecTheme.Muted },
        [.. picture.Lines.Select(line => new JsonObject { ["from"] = line.At, ["text"] = line.Text, ["row"] = 0 })],
        new JsonObject { ["x"] = Months(picture), ["y"] = new JsonObject { ["value"] = 0 }, ["y2"] = new JsonObject { ["value"] = "height" }, ["tooltip"] = Tip("text", "Look") });

    private static JsonObject LineNames(SwimmerPicture picture) => Layer(
        new JsonObject { ["type"] = "text", ["align"] = "right", ["baseline"] = "bottom", ["dy"] = -3, ["fontSize"] = 11, ["color"] = SpecTheme.Muted },
        [.. picture.Lines.Select(line => new JsonObject { ["from"] = line.At, ["text"] = line.Text, ["row"] = 0 })],
        new JsonObject { ["x"] = Quantity("from"), ["y"] = new JsonObject { ["value"] = 0 }, ["text"] = Nominal("text") });

    private static JsonObject Bars(SwimmerPicture picture, IReadOnlyList<SwimmerBar> bars, double height) => Layer(
        new JsonObject { ["type"] = "bar", ["height"] = new JsonObject { ["band"] = height }, ["cornerRadius"] = 2 },
        [.. bars.Select(bar => WithFields(new JsonObject { ["row"] = bar.Row, ["from"] = bar.From, ["to"] = bar.To, ["category"] = bar.Category, ["tip"] = bar.Tip }, bar.Fields))],
        new JsonObject
        {
            ["x"] = Months(picture),
            ["x2"] = new JsonObject { ["field"] = "to" },
            ["color"] = Scale(picture, bars.Select(bar => bar.Category), category => category.Colour, "square"),
            ["tooltip"] = Tip("tip", "What"),
        });

    private static JsonObject BarTexts(SwimmerPicture picture) => Layer(
        new JsonObject { ["type"] = "text", ["align"] = "left", ["dx"] = 9, ["fontSize"] = 11, ["color"] = SpecTheme.Text },
        [
            .. picture.Bars.Where(bar => bar.Text.Length > 0 && (bar.To - bar.From) / picture.Until * SpecTheme.Width > (PixelsPerCharacter * bar.Text.Length) + 12)
                .Select(bar => new JsonObject { ["row"] = bar.Row, ["from"] = bar.From, ["text"] = bar.Text }),
        ],
        new JsonObject { ["x"] = Quantity("from"), ["text"] = Nominal("text") });

    /// <summary>From each hollow symbol to the next filled one of its row: what it took to be known.</summary>
    private static JsonObject Joins(SwimmerPicture picture)
    {
        Dictionary<string, SwimmerCategory> byName = picture.Categories.ToDictionary(category => category.Name);
        JsonArray values = [];
        foreach (IGrouping<int, SwimmerMark> row in picture.Marks.GroupBy(mark => mark.Row))
        {
            SwimmerMark[] marks = [.. row.OrderBy(mark => mark.At)];
            foreach (SwimmerMark happened in marks.Where(mark => byName[mark.Category].Fill == SwimmerCategory.Hollow))
            {
                SwimmerMark? seen = marks.FirstOrDefault(mark => mark.At > happened.At && byName[mark.Category].Fill != SwimmerCategory.Hollow && byName[mark.Category].Colour == byName[happened.Category].Colour);
                if (seen is not null)
                {
                    values.Add(new JsonObject { ["row"] = happened.Row, ["from"] = happened.At, ["to"] = seen.At });
                }
            }
        }

        return Layer(
            new JsonObject { ["type"] = "rule", ["stroke"] = SpecTheme.Muted, ["strokeWidth"] = 1 },
            values,
            new JsonObject { ["x"] = Quantity("from"), ["x2"] = new JsonObject { ["field"] = "to" } });
    }

    private static JsonObject Marks(SwimmerPicture picture)
    {
        IEnumerable<string> used = picture.Marks.Select(mark => mark.Category);
        return Layer(
            new JsonObject { ["type"] = "point", ["size"] = 78, ["opacity"] = 1, ["strokeWidth"] = 1.6 },
            [.. picture.Marks.Select(mark => WithFields(new JsonObject { ["row"] = mark.Row, ["from"] = mark.At, ["category"] = mark.Category, ["tip"] = mark.Tip }, mark.Fields))],
            new JsonObject
            {
                ["x"] = Months(picture),
                ["shape"] = Scale(picture, used, category => category.Shape, ""),
                ["stroke"] = Scale(picture, used, category => category.Colour, ""),
                ["fill"] = Scale(picture, used, category => category.Fill, ""),
                ["tooltip"] = Tip("tip", "What"),
            });
    }

    private static JsonObject MarkTexts(SwimmerPicture picture) => Layer(
        new JsonObject { ["type"] = "text", ["align"] = "left", ["dx"] = 7, ["fontSize"] = 10, ["color"] = SpecTheme.Muted },
        [.. picture.Marks.Where(mark => mark.Text.Length > 0 && HasRoom(picture, mark)).Select(mark => new JsonObject { ["row"] = mark.Row, ["from"] = mark.At, ["text"] = mark.Text })],
        new JsonObject { ["x"] = Quantity("from"), ["text"] = Nominal("text") });

    // A text beside a symbol must end before the next symbol of the row.
    private static bool HasRoom(SwimmerPicture picture, SwimmerMark mark)
    {
        double needed = ((PixelsPerCharacter * mark.Text.Length) + 14.0) / SpecTheme.Width * picture.Until;
        return !picture.Marks.Any(other => other.Row == mark.Row && other.At > mark.At && other.At < mark.At + needed);
    }

    private static JsonObject Scale(SwimmerPicture picture, IEnumerable<string> used, Func<SwimmerCategory, string> range, string symbol)
    {
        HashSet<string> names = [.. used];
        SwimmerCategory[] shown = [.. picture.Categories.Where(category => names.Contains(category.Name))];
        JsonObject legend = new() { ["title"] = null, ["orient"] = "bottom", ["columns"] = LegendColumns(shown), ["symbolLimit"] = 60 };
        if (symbol.Length > 0)
        {
            legend["symbolType"] = symbol;
        }

        return new JsonObject
        {
            ["field"] = "category",
            ["type"] = "nominal",
            ["scale"] = new JsonObject { ["domain"] = Strings(shown.Select(category => category.Name)), ["range"] = Strings(shown.Select(range)) },
            ["legend"] = shown.Length == 0 ? null : legend,
        };
    }

    // As many as the page has room for: on a phone, one.
    private static JsonObject LegendColumns(SwimmerCategory[] shown)
    {
        double column = shown.Select(category => category.Name.Length).DefaultIfEmpty(0).Max() * PixelsPerCharacter + SymbolPixels;
        return new JsonObject { ["expr"] = string.Create(CultureInfo.InvariantCulture, $"max(1, min(4, floor(width / {column})))") };
    }

    private static ChartTable TableOf(SwimmerPicture picture) => new(
        ["Row", "From (months)", "To (months)", "What"],
        [
            .. picture.Bars.Concat(picture.ThinBars).Select(bar => (bar.Row, bar.From, To: Text(bar.To), bar.Tip))
                .Concat(picture.Marks.Select(mark => (mark.Row, From: mark.At, To: "", mark.Tip)))
                .OrderBy(entry => entry.Row).ThenBy(entry => entry.From)
                .Select(entry => (IReadOnlyList<string>)[picture.Rows[entry.Row], Text(entry.From), entry.To, entry.Tip]),
        ]);

    private static string Text(double months) => months.ToString("0.00", CultureInfo.InvariantCulture);
}
