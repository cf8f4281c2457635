using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Shares of the arms side by side: a group of rows for each thing, and in it a row for each arm in the arm's colour.</summary>
internal static class ArmGroups
{
    private const int ArmHeight = 15;
    private const int Gap = 30;
    private const double LeastAxis = 0.05;
    private const double Outer = 0.5;

    /// <summary>The view; each of the layers reads the data of the specification.</summary>
    /// <param name="groups">Names of the groups, from top to bottom.</param>
    /// <param name="palette">The arms.</param>
    /// <param name="x">The axis, whose field is the lower end of the intervals.</param>
    /// <param name="layers">Drawn one over the other.</param>
    public static JsonObject View(IReadOnlyList<string> groups, ArmPalette palette, JsonObject x, params ReadOnlySpan<JsonObject> layers)
    {
        JsonObject encoding = new()
        {
            ["y"] = new JsonObject
            {
                ["field"] = "group",
                ["type"] = "nominal",
                ["sort"] = Strings(groups),
                ["scale"] = new JsonObject { ["domain"] = Strings(groups), ["paddingInner"] = (double)Gap / ((ArmHeight * palette.Arms.Count) + Gap), ["paddingOuter"] = Outer * Gap / ((ArmHeight * palette.Arms.Count) + Gap), ["align"] = 1 },
                ["axis"] = null,
            },
            ["yOffset"] = new JsonObject { ["field"] = "arm", ["type"] = "nominal", ["sort"] = Strings(palette.Arms), ["scale"] = new JsonObject { ["domain"] = Strings(palette.Arms) } },
            ["x"] = x,
            ["color"] = EstimateLayers.Colour(palette, EstimateLayers.ArmLegend()),
        };
        JsonArray drawn = [Names(groups)];
        foreach (JsonObject layer in layers)
        {
            drawn.Add(layer);
        }

        JsonObject view = LineLayers.View(groups.Count * ((ArmHeight * palette.Arms.Count) + Gap), encoding);
        view["layer"] = drawn;
        return view;
    }

    /// <summary>The name above each group, where a long one has room.</summary>
    private static JsonObject Names(IReadOnlyList<string> groups) => new()
    {
        ["data"] = new JsonObject { ["values"] = new JsonArray([.. groups.Select(group => new JsonObject { ["group"] = group })]) },
        ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["baseline"] = "bottom", ["dy"] = -3, ["fontSize"] = 12, ["color"] = SpecTheme.Text, ["limit"] = new JsonObject { ["expr"] = "width" } },
        ["encoding"] = new JsonObject
        {
            ["x"] = new JsonObject { ["value"] = 0 },
            ["y"] = new JsonObject { ["field"] = "group", ["type"] = "nominal", ["bandPosition"] = 0 },
            ["yOffset"] = null,
            ["color"] = new JsonObject { ["value"] = SpecTheme.Text },
            ["text"] = Nominal("group"),
        },
    };

    /// <summary>The axis of shares of patients, from 0 to a round number at or beyond the largest.</summary>
    public static JsonObject ShareAxis(string title, double largest)
    {
        JsonObject axis = LineLayers.Axis("lower", title, 0, Math.Max(largest, LeastAxis));
        axis["scale"]!["nice"] = true;
        axis["axis"]!["format"] = ".2~f";
        axis["axis"]!["tickCount"] = 6;
        return axis;
    }

    /// <summary>A line from the lower to the upper end of each interval.</summary>
    public static JsonObject Interval(string colour) => new()
    {
        ["mark"] = colour.Length > 0 ? new JsonObject { ["type"] = "rule", ["strokeWidth"] = 1.5, ["color"] = colour } : new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2 },
        ["encoding"] = colour.Length > 0
            ? new JsonObject { ["x2"] = new JsonObject { ["field"] = "upper" }, ["color"] = new JsonObject { ["value"] = colour } }
            : new JsonObject { ["x2"] = new JsonObject { ["field"] = "upper" } },
    };
}
