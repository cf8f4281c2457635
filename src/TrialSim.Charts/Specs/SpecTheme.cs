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

    // So many characters are about as wide as a picture.
    private const int TitleCharacters = 84;
    private const int SubtitleCharacters = 100;

    /// <summary>The head of every specification.</summary>
    public static JsonObject Head(string title, string subtitle, string description) => new()
    {
        ["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json",
        ["description"] = description,
        ["title"] = new JsonObject { ["text"] = Lines(title, TitleCharacters), ["subtitle"] = Lines(subtitle, SubtitleCharacters) },
        ["config"] = Config(),
    };

    /// <summary>A text that fits as it is; otherwise lines of whole words.</summary>
    private static JsonNode Lines(string text, int characters)
    {
        List<string> lines = [""];
        foreach (string word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > characters)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += lines[^1].Length > 0 ? $" {word}" : word;
            }
        }

        return lines.Count == 1 ? JsonValue.Create(text) : Field.Strings(lines);
    }

    /// <summary>A view that says why there is nothing to see.</summary>
    public static JsonObject Sentence(string sentence) => new()
    {
        ["width"] = Width,
        ["height"] = 40,
        ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject { ["sentence"] = sentence }) },
        ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["color"] = Muted },
        ["encoding"] = new JsonObject { ["x"] = new JsonObject { ["value"] = 0 }, ["text"] = Field.Nominal("sentence") },
    };

    /// <summary>Makes a view the whole picture of a specification.</summary>
    public static void Add(JsonObject spec, JsonObject view)
    {
        foreach ((string name, JsonNode? value) in view)
        {
            spec[name] = value?.DeepClone();
        }
    }

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
            ["titleLimit"] = 320,
            ["titlePadding"] = 8,
            ["gridColor"] = Grid,
            ["domainColor"] = Grid,
            ["tickColor"] = Grid,
        },
        ["legend"] = new JsonObject
        {
            ["labelColor"] = Text,
            ["labelFontSize"] = 12,
            ["labelLimit"] = 560,
            ["titleColor"] = Text,
            ["titleFontSize"] = 12,
            ["titleFontWeight"] = 600,
            ["symbolSize"] = 180,
            ["symbolStrokeWidth"] = 3,
            ["symbolOpacity"] = 1,
            ["rowPadding"] = 3,
        },
        ["text"] = new JsonObject { ["color"] = Text, ["fontSize"] = 12 },
    };
}
