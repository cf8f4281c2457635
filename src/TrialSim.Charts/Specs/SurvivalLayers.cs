using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>What every picture of survival curves is made of, whether of simulated trials or of patients.</summary>
internal static class SurvivalLayers
{
    private const int AtRiskRowHeight = 19;

    /// <summary>The axis of the curves, from 0 to 1.</summary>
    public static JsonObject Height(string title) => new()
    {
        ["field"] = "survival",
        ["type"] = "quantitative",
        ["scale"] = new JsonObject { ["domain"] = Numbers(0, 1) },
        ["axis"] = new JsonObject { ["title"] = title, ["values"] = Numbers(0, 0.25, 0.5, 0.75, 1), ["format"] = ".2f" },
    };

    /// <summary>The arm as a colour, with a legend that says of each arm what the labels do.</summary>
    public static JsonObject Colour(ArmPalette palette, JsonObject legendLabels) => EstimateLayers.Colour(palette, new JsonObject
    {
        ["title"] = null,
        ["orient"] = "top",
        ["direction"] = "vertical",
        ["columns"] = 1,
        ["symbolType"] = "stroke",
        // An object literal of the expression language, so that any name is only ever a quoted string.
        ["labelExpr"] = $"{legendLabels.ToJsonString(SpecJson.Options)}[datum.label]",
    });

    /// <summary>The more bands lie on one another, the fainter each.</summary>
    public static JsonObject Band(int arms) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "area", ["interpolate"] = "step-after", ["opacity"] = Math.Min(0.14, 0.5 / arms), ["strokeWidth"] = 0 },
        ["encoding"] = new JsonObject { ["y"] = Quantity("lower"), ["y2"] = new JsonObject { ["field"] = "upper" } },
    };

    /// <summary>The step curve itself.</summary>
    public static JsonObject Curve(JsonObject y) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "line", ["interpolate"] = "step-after", ["strokeWidth"] = 2 },
        ["encoding"] = new JsonObject { ["y"] = y },
    };

    /// <summary>A dotted line from each median down to the time axis; reads the data set <c>medians</c>.</summary>
    public static JsonObject MedianDrop() => new()
    {
        ["data"] = new JsonObject { ["name"] = "medians" },
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeDash"] = Numbers(2, 3), ["strokeWidth"] = 1.5, ["clip"] = true },
        ["encoding"] = new JsonObject { ["y"] = new JsonObject { ["datum"] = 0 }, ["y2"] = new JsonObject { ["datum"] = 0.5 } },
    };

    /// <summary>A dot at each median.</summary>
    public static JsonObject MedianMark(string medianHeading) => new()
    {
        ["data"] = new JsonObject { ["name"] = "medians" },
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 55, ["opacity"] = 1, ["clip"] = true },
        ["encoding"] = new JsonObject
        {
            ["y"] = new JsonObject { ["datum"] = 0.5 },
            ["tooltip"] = new JsonArray(Tip("arm", "Arm"), Tip("text", medianHeading)),
        },
    };

    /// <summary>A dot where the pointer is, with the figures there.</summary>
    public static JsonObject Hover(params JsonNode[] tips) => LineLayers.Hover("hover", "survival", "", tips);

    /// <summary>The numbers at risk beneath, on the same time axis; reads the data set <c>at_risk</c>.</summary>
    public static JsonObject AtRiskView(JsonObject x, ArmPalette palette, string format)
    {
        JsonObject time = x.DeepClone().AsObject();
        time["axis"] = null;
        return new JsonObject
        {
            ["width"] = SpecTheme.Width,
            ["height"] = AtRiskRowHeight * palette.Arms.Count,
            ["title"] = new JsonObject { ["text"] = "Number at risk", ["fontSize"] = 12, ["offset"] = 6 },
            ["data"] = new JsonObject { ["name"] = "at_risk" },
            ["mark"] = new JsonObject { ["type"] = "text", ["fontSize"] = 12 },
            ["encoding"] = new JsonObject
            {
                ["x"] = time,
                ["y"] = new JsonObject
                {
                    ["field"] = "arm",
                    ["type"] = "nominal",
                    ["sort"] = Strings(palette.Arms),
                    ["scale"] = new JsonObject { ["domain"] = Strings(palette.Arms) },
                    ["axis"] = new JsonObject
                    {
                        ["title"] = null,
                        ["domain"] = false,
                        ["ticks"] = false,
                        ["grid"] = false,
                        ["labelColor"] = SpecTheme.Text,
                        ["labelPadding"] = 24,
                    },
                },
                ["text"] = new JsonObject { ["field"] = "at_risk", ["type"] = "quantitative", ["format"] = format },
            },
        };
    }
}
