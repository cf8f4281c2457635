using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>What pictures of a figure over time are made of: a band, a line, and a dot where the pointer is.</summary>
internal static class LineLayers
{
    private const double BandOpacity = 0.16;

    /// <summary>A view as wide as the page allows, whose layers share an x axis.</summary>
    public static JsonObject View(int height, JsonObject encoding, params JsonNode[] layers) => new()
    {
        ["width"] = SpecTheme.Width,
        ["height"] = height,
        ["encoding"] = encoding,
        ["layer"] = new JsonArray(layers),
    };

    /// <summary>An axis of a quantity.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="title">What it is, with its unit.</param>
    /// <param name="first">First value.</param>
    /// <param name="last">Last value, above the first.</param>
    public static JsonObject Axis(string field, string title, double first, double last)
    {
        JsonObject axis = Quantity(field);
        axis["scale"] = new JsonObject { ["domain"] = Numbers(first, last), ["nice"] = false };
        axis["axis"] = new JsonObject { ["title"] = title };
        return axis;
    }

    /// <summary>An axis of counts, from 0 to a little beyond the largest.</summary>
    public static JsonObject CountAxis(string field, string title, double largest)
    {
        JsonObject axis = Axis(field, title, 0, Math.Max(1.04 * largest, 1));
        axis["axis"]!["tickCount"] = 6;
        return axis;
    }

    /// <summary>An axis of months from 0, with few enough ticks for a phone.</summary>
    public static JsonObject Months(string title, double last)
    {
        JsonObject axis = Axis("months", title, 0, Math.Max(last, 1));
        axis["axis"]!["values"] = Numbers(MonthTicks.Upto(Math.Max(last, 1)));
        axis["axis"]!["format"] = "d";
        axis["axis"]!["grid"] = false;
        return axis;
    }

    /// <summary>A band between two fields; the more lie on one another, the fainter each.</summary>
    /// <param name="y">The axis, whose field is the lower end.</param>
    /// <param name="upper">Field of the upper end.</param>
    /// <param name="bands">How many bands there are.</param>
    /// <param name="colour">Colour of a single band; empty where the data tell it.</param>
    public static JsonObject Band(JsonObject y, string upper, int bands, string colour) => new()
    {
        ["mark"] = Coloured(new JsonObject { ["type"] = "area", ["opacity"] = Math.Min(BandOpacity, 0.5 / bands), ["strokeWidth"] = 0, ["clip"] = true }, colour),
        ["encoding"] = new JsonObject { ["y"] = y, ["y2"] = new JsonObject { ["field"] = upper } },
    };

    /// <summary>A line.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="colour">Its colour; empty where the data tell it.</param>
    /// <param name="encoding">What else it encodes.</param>
    public static JsonObject Line(string field, string colour, params ReadOnlySpan<(string Channel, JsonObject Definition)> encoding)
    {
        JsonObject channels = new() { ["y"] = Quantity(field) };
        foreach ((string channel, JsonObject definition) in encoding)
        {
            channels[channel] = definition;
        }

        return new JsonObject { ["mark"] = Coloured(new JsonObject { ["type"] = "line", ["strokeWidth"] = 2, ["clip"] = true }, colour), ["encoding"] = channels };
    }

    /// <summary>The legend of lines that are told apart by their dashes, above the picture, one beneath the other.</summary>
    public static JsonObject StrokeLegend() =>
        new() { ["title"] = null, ["orient"] = "top", ["direction"] = "vertical", ["symbolType"] = "stroke", ["symbolStrokeColor"] = SpecTheme.Text };

    /// <summary>A dot where the pointer is, with the figures there.</summary>
    /// <param name="name">Unique among the views of a specification.</param>
    /// <param name="field">The field at which the dot stands.</param>
    /// <param name="colour">Its colour; empty where the data tell it.</param>
    /// <param name="tips">The figures.</param>
    public static JsonObject Hover(string name, string field, string colour, params JsonNode[] tips) => new()
    {
        ["params"] = new JsonArray(new JsonObject
        {
            ["name"] = name,
            ["select"] = new JsonObject { ["type"] = "point", ["on"] = "pointerover", ["nearest"] = true, ["clear"] = "pointerout" },
        }),
        ["mark"] = Coloured(new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 70 }, colour),
        ["encoding"] = new JsonObject
        {
            ["y"] = Quantity(field),
            ["opacity"] = new JsonObject
            {
                ["condition"] = new JsonObject { ["param"] = name, ["empty"] = false, ["value"] = 1 },
                ["value"] = 0,
            },
            ["tooltip"] = new JsonArray(tips),
        },
    };

    private static JsonObject Coloured(JsonObject mark, string colour)
    {
        if (colour.Length > 0)
        {
            mark["color"] = colour;
        }

        return mark;
    }
}
