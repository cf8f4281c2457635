using System.Text.Json.Nodes;
using TrialSim.Results;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>The two views of <see cref="BoundsChart"/>: paths across bounds, and shares beneath them.</summary>
internal static class BoundsLayers
{
    private const int PathHeight = 320;
    private const int ShareHeight = 90;
    private const int BarWidth = 14;
    private const int BarStep = 18;

    // So that both views have their axes at the same place.
    private const int AxisExtent = 34;

    // Marks at the same look would hide one another; the line still ends where it should.
    private const string Spread = "(datum.replicate * 7 % 11 - 5) * 1.2";

    private static readonly string[] BoundFields = ["efficacy_bound", "futility_bound", "harm_bound"];

    private static readonly (string Outcome, string Words, string Colour, string Shape)[] Endings =
    [
        (SequentialPathPoint.Rejected, "rejects", OkabeIto.Green, "circle"),
        (SequentialPathPoint.Futile, "futile", OkabeIto.Orange, "triangle-down"),
        (SequentialPathPoint.Retained, "does not reject", ArmPalette.Neutral, "square"),
        (SequentialPathPoint.GoesOn, "undecided", OkabeIto.SkyBlue, "diamond"),
    ];

    private static readonly (string What, string Colour)[] Kinds = [(LookShare.Rejects, OkabeIto.Green), (LookShare.StopsForFutility, OkabeIto.Orange), (LookShare.StopsForHarm, OkabeIto.Vermilion)];

    /// <summary>What the legend says of a path that ends with an outcome.</summary>
    public static string EndingOf(string outcome) => Endings.Single(ending => ending.Outcome == outcome).Words;

    /// <summary>The words of a table for an outcome.</summary>
    public static string WordsOf(string outcome) => outcome switch
    {
        SequentialPathPoint.Planned => Figures.Blank,
        SequentialPathPoint.GoesOn => "goes on",
        _ => EndingOf(outcome),
    };

    /// <summary>Z over information.</summary>
    /// <param name="information">The ends of the axis of information.</param>
    /// <param name="z">The ends of the axis of Z.</param>
    /// <param name="planned">The bounds as planned.</param>
    /// <param name="outcomes">How the paths end, each outcome once.</param>
    public static JsonObject Paths((double Least, double Most) information, (double Least, double Most) z, IReadOnlyList<SequentialPathPoint> planned, IReadOnlyCollection<string> outcomes) => new()
    {
        ["width"] = SpecTheme.Width,
        ["height"] = PathHeight,
        ["layer"] = new JsonArray(
        [
            Zero(z),
            Lines(information, z, outcomes),
            .. BoundFields.Where(bound => planned.Any(point => IsGiven(point, bound))).SelectMany(bound => Bound(bound, planned)),
            Ends(outcomes),
        ]),
    };

    /// <summary>Bars of the shares at each look.</summary>
    /// <param name="information">The ends of the axis of information.</param>
    /// <param name="shares">The shares.</param>
    public static JsonObject Shares((double Least, double Most) information, IReadOnlyList<LookShare> shares)
    {
        (string What, string Colour)[] kinds = [.. Kinds.Where(kind => shares.Any(share => share.What == kind.What))];
        double most = Math.Max(0.05, shares.Select(share => share.Value).DefaultIfEmpty(0).Max());
        return new JsonObject
        {
            ["width"] = SpecTheme.Width,
            ["height"] = ShareHeight,
            ["data"] = new JsonObject { ["name"] = "shares" },
            ["encoding"] = new JsonObject
            {
                ["x"] = Information("planned_information", information, "Information fraction"),
                ["y"] = new JsonObject
                {
                    ["field"] = "share",
                    ["type"] = "quantitative",
                    ["stack"] = null,
                    ["scale"] = new JsonObject { ["domain"] = Numbers(0, most * 1.3), ["nice"] = false },
                    ["axis"] = new JsonObject { ["title"] = "Share of trials", ["format"] = ".0%", ["tickCount"] = 3, ["minExtent"] = AxisExtent, ["maxExtent"] = AxisExtent },
                },
                ["tooltip"] = new JsonArray(Tip("look", "Look"), Tip("what", "At this look"), Tip("share", "Share of all trials", ".4f"), Tip("planned_information", "Planned information fraction", ".4~f")),
            },
            ["layer"] = new JsonArray([.. kinds.SelectMany((kind, index) => Bars(kind.What, kind.Colour, (index - ((kinds.Length - 1) / 2.0)) * BarStep))]),
        };
    }

    // The figures of bars beside each other stand apart: to the left of the left one, to the right of the right one.
    private static IEnumerable<JsonNode> Bars(string what, string colour, double offset)
    {
        JsonArray OnlyThese() => new(new JsonObject { ["filter"] = $"datum.what == '{what}'" });
        yield return new JsonObject
        {
            ["transform"] = OnlyThese(),
            ["mark"] = new JsonObject { ["type"] = "bar", ["width"] = BarWidth, ["xOffset"] = offset, ["color"] = colour },
        };
        yield return new JsonObject
        {
            ["transform"] = OnlyThese(),
            ["mark"] = new JsonObject
            {
                ["type"] = "text",
                ["xOffset"] = offset - (Math.Sign(offset) * BarWidth / 2.0),
                ["align"] = offset < 0 ? "right" : offset > 0 ? "left" : "center",
                ["dy"] = -7,
                ["fontSize"] = 11,
            },
            ["encoding"] = new JsonObject { ["text"] = Nominal("label") },
        };
    }

    private static JsonObject Zero((double Least, double Most) z) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = SpecTheme.Grid },
        ["encoding"] = new JsonObject { ["y"] = new JsonObject { ["datum"] = 0, ["type"] = "quantitative", ["scale"] = ScaleOf(z) } },
    };

    private static JsonObject Lines((double Least, double Most) information, (double Least, double Most) z, IReadOnlyCollection<string> outcomes) => new()
    {
        ["data"] = new JsonObject { ["name"] = "paths" },
        ["mark"] = new JsonObject { ["type"] = "line", ["strokeWidth"] = 1, ["opacity"] = 0.35, ["clip"] = true },
        ["encoding"] = new JsonObject
        {
            ["x"] = Information("information_fraction", information, ""),
            ["y"] = new JsonObject
            {
                ["field"] = "z",
                ["type"] = "quantitative",
                ["scale"] = ScaleOf(z),
                ["axis"] = new JsonObject { ["title"] = "Z (above 0: benefit)", ["grid"] = false, ["minExtent"] = AxisExtent, ["maxExtent"] = AxisExtent },
            },
            ["detail"] = Nominal("replicate"),
            ["color"] = Colour(outcomes),
        },
    };

    private static JsonObject Ends(IReadOnlyCollection<string> outcomes) => new()
    {
        ["data"] = new JsonObject { ["name"] = "paths" },
        ["transform"] = new JsonArray(new JsonObject { ["filter"] = "datum.is_last" }),
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 34, ["opacity"] = 0.75, ["clip"] = true, ["xOffset"] = new JsonObject { ["expr"] = Spread } },
        ["encoding"] = new JsonObject
        {
            ["x"] = Quantity("information_fraction"),
            ["y"] = Quantity("z"),
            ["color"] = Colour(outcomes),
            ["shape"] = ByEnding(outcomes, ending => ending.Shape),
            ["tooltip"] = new JsonArray(
                Tip("replicate", "Trial"),
                Tip("look", "Look"),
                Tip("information_fraction", "Information fraction", ".4~f"),
                Tip("z", "Z", ".3f"),
                Tip("efficacy_bound", "Efficacy bound", ".3f"),
                Tip("futility_bound", "Futility bound", ".3f"),
                Tip("ending", "The test")),
        },
    };

    private static IEnumerable<JsonNode> Bound(string field, IReadOnlyList<SequentialPathPoint> planned)
    {
        JsonArray tips = new(Tip("look", "Look"), Tip("information_fraction", "Information fraction, planned", ".4~f"), Tip(field, NameOf(field), ".4f"));
        JsonObject mark = new()
        {
            ["type"] = "line",
            ["color"] = SpecTheme.Text,
            ["strokeWidth"] = 2,
            ["clip"] = true,
            ["point"] = new JsonObject { ["color"] = SpecTheme.Text, ["filled"] = true, ["size"] = 40 },
        };
        if (field == "futility_bound")
        {
            mark["strokeDash"] = Numbers(6, 4);
        }

        JsonArray OnlyGiven() => new(new JsonObject { ["filter"] = $"isValid(datum.{field})" });
        yield return new JsonObject
        {
            ["data"] = new JsonObject { ["name"] = "used" },
            ["transform"] = OnlyGiven(),
            ["mark"] = new JsonObject { ["type"] = "tick", ["orient"] = "horizontal", ["size"] = 7, ["thickness"] = 1, ["color"] = SpecTheme.Muted, ["opacity"] = 0.6, ["clip"] = true },
            ["encoding"] = new JsonObject { ["x"] = Quantity("information_fraction"), ["y"] = Quantity(field) },
        };
        yield return new JsonObject
        {
            ["data"] = new JsonObject { ["name"] = "planned" },
            ["transform"] = OnlyGiven(),
            ["mark"] = mark,
            ["encoding"] = new JsonObject { ["x"] = Quantity("information_fraction"), ["y"] = Quantity(field), ["tooltip"] = tips },
        };

        // The name stands before the first look that has the bound, where nothing else is.
        string first = planned.First(point => IsGiven(point, field)).Look;
        yield return new JsonObject
        {
            ["data"] = new JsonObject { ["name"] = "planned" },
            ["transform"] = new JsonArray(new JsonObject { ["filter"] = new JsonObject { ["field"] = "look", ["equal"] = first } }),
            ["mark"] = new JsonObject { ["type"] = "text", ["text"] = field.Split('_')[0], ["align"] = "right", ["dx"] = -12, ["fontWeight"] = 600 },
            ["encoding"] = new JsonObject { ["x"] = Quantity("information_fraction"), ["y"] = Quantity(field) },
        };
    }

    private static bool IsGiven(SequentialPathPoint point, string field) => field switch
    {
        "efficacy_bound" => point.EfficacyBound.HasValue,
        "futility_bound" => point.FutilityBound.HasValue,
        _ => point.HarmBound.HasValue,
    };

    private static string NameOf(string field) => field switch
    {
        "efficacy_bound" => "Efficacy bound",
        "futility_bound" => "Futility bound",
        _ => "Bound for harm",
    };

    private static JsonObject Information(string field, (double Least, double Most) ends, string title) => new()
    {
        ["field"] = field,
        ["type"] = "quantitative",
        ["scale"] = new JsonObject { ["domain"] = Numbers(ends.Least, ends.Most), ["nice"] = false },
        ["axis"] = new JsonObject { ["title"] = title.Length > 0 ? title : null, ["format"] = ".2~f", ["grid"] = false, ["labels"] = title.Length > 0, ["ticks"] = title.Length > 0, ["tickCount"] = 6 },
    };

    private static JsonObject ScaleOf((double Least, double Most) z) => new() { ["domain"] = Numbers(z.Least, z.Most), ["nice"] = false };

    private static JsonObject Colour(IReadOnlyCollection<string> outcomes) => ByEnding(outcomes, ending => ending.Colour);

    private static JsonObject ByEnding(IReadOnlyCollection<string> outcomes, Func<(string Outcome, string Words, string Colour, string Shape), string> looks)
    {
        var shown = Endings.Where(ending => outcomes.Contains(ending.Outcome)).ToArray();
        return new JsonObject
        {
            ["field"] = "ending",
            ["type"] = "nominal",
            ["scale"] = new JsonObject { ["domain"] = Strings(shown.Select(ending => ending.Words)), ["range"] = Strings(shown.Select(looks)) },
            ["legend"] = new JsonObject { ["title"] = null, ["orient"] = "bottom", ["columns"] = 2 },
        };
    }
}
