using System.Text.Json.Nodes;

namespace TrialSim.Charts;

/// <summary>One picture of a run, together with the figures that it shows.</summary>
/// <param name="Name">Name for files and anchors: letters, digits, hyphens and underscores; unique within a run.</param>
/// <param name="Title">A short title for a person.</param>
/// <param name="Description">What is drawn and how it is to be read, in a sentence or two.</param>
/// <param name="Spec">A Vega-Lite 6 specification that carries its own data.</param>
/// <param name="Table">The same figures for a reader who cannot see, or does not trust, the picture.</param>
public sealed record Chart(string Name, string Title, string Description, JsonObject Spec, ChartTable Table)
{
    /// <summary>Which part of a report it belongs to.</summary>
    public ReportPart Part { get; init; } = ReportPart.Performance;

    /// <summary>
    /// The result file whose rows the specification's data are; empty where it is of none. A field of the data that has the name of one of the file's columns holds what stands there.
    /// </summary>
    public string Source { get; init; } = "";
}
