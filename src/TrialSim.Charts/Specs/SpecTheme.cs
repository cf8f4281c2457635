using System.Text.Json.Nodes;

namespace TrialSim.Charts.Specs;

/// <summary>What all charts look like. The report's style sheet names these colours again, to turn them over on a dark page.</summary>
internal static class SpecTheme
{
    public const string Text = "#24292f";
    public const string Muted = "#57606a";
    public const string Grid = "#d8dee4";
    public const string Paper = "#ffffff";

    /// <summary>Width of the plotted area in pixels; the report fits it to the page.</summary>
    public const int Width = 640;

    /// <summary>The head of every specification.</summary>
    public static JsonObject Head(string title, string subtitle, string description) => new()
    {
        ["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json",
        ["description"] = description,
        ["title"] = new JsonObject { ["text"] = title, ["subtitle"] = subtitle },
        ["config"] = Config(),
    };

    private static JsonObject Config() => new()
    {
        ["background"] = Paper,
        ["font"] = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
        ["padding"] = 4,
        ["view"] = new JsonObject { ["stroke"] = null },
        ["title"] = new JsonObject
        {
            ["anchor"] = "start",
            ["frame"] = "bounds",
            ["color"] = Text,
            ["fontSize"] = 15,
            ["fontWeight"] = 600,
            ["subtitleColor"] = Muted,
            ["subtitleFontSize"] = 12,
            ["subtitlePadding"] = 5,
            ["offset"] = 14,
        },
        ["axis"] = new JsonObject
        {
            ["labelColor"] = Muted,
            ["labelFontSize"] = 12,
            ["labelLimit"] = 190,
            ["titleColor"] = Text,
            ["titleFontSize"] = 12,
            ["titleFontWeight"] = 500,
            ["titleLimit"] = 300,
            ["titlePadding"] = 8,
            ["gridColor"] = Grid,
            ["domainColor"] = Grid,
            ["tickColor"] = Grid,
        },
        ["legend"] = new JsonObject
        {
            ["labelColor"] = Text,
            ["labelFontSize"] = 12,
            ["labelLimit"] = 420,
            ["symbolSize"] = 180,
            ["symbolStrokeWidth"] = 3,
            ["symbolOpacity"] = 1,
            ["rowPadding"] = 3,
        },
        ["text"] = new JsonObject { ["color"] = Text, ["fontSize"] = 12 },
    };
}
