using System.Text.Json.Nodes;

namespace TrialSim.Charts.Specs;

/// <summary>Rows of a design diagram, one beneath the other: lines of text, and beneath them what is drawn along the time axis. Places are in pixels from the top.</summary>
internal sealed class DesignRows
{
    private const int LineHeight = 16;
    private const int MarkHeight = 22;
    private const int Gap = 12;

    /// <summary>The lines of text.</summary>
    public JsonArray Texts { get; } = [];

    /// <summary>What is drawn along the time axis.</summary>
    public JsonArray Spells { get; } = [];

    /// <summary>Height of all rows.</summary>
    public int Height { get; private set; }

    /// <summary>A row of two lines that heads those below it.</summary>
    public void Heading(string name, string about, string colour)
    {
        Height += Height > 0 ? Gap : 0;
        Line(name, 600, colour, 14);
        Line(about, 400, SpecTheme.Muted, 11.5);
        Height += Gap / 2;
    }

    /// <summary>A row with what is drawn along the axis.</summary>
    public void Row(string name, IReadOnlyList<string> details, IEnumerable<JsonObject> spells)
    {
        Line(name, 600, SpecTheme.Text, 12);
        foreach (string detail in details)
        {
            Line(detail, 400, SpecTheme.Muted, 11.5);
        }

        int before = Spells.Count;
        foreach (JsonObject spell in spells)
        {
            spell["y"] = Height + (MarkHeight / 2);
            Spells.Add(spell);
        }

        Height += (Spells.Count > before ? MarkHeight : 0) + (Gap / 2);
    }

    private void Line(string text, int weight, string colour, double size)
    {
        Texts.Add(new JsonObject { ["y"] = Height + (LineHeight / 2), ["text"] = text, ["weight"] = weight, ["colour"] = colour, ["size"] = size });
        Height += LineHeight;
    }
}
