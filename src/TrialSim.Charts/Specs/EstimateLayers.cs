using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>What pictures of estimates by arm have in common.</summary>
internal static class EstimateLayers
{
    public static JsonArray DataOf(IReadOnlyList<ArmEstimate> estimates) =>
    [
        .. estimates.Select(estimate => new JsonObject
        {
            ["arm"] = estimate.Arm,
            ["visit"] = estimate.Visit,
            ["patients"] = estimate.Patients,
            ["value"] = estimate.Value,
            ["lower"] = estimate.Lower,
            ["upper"] = estimate.Upper,
        }),
    ];

    /// <summary>The arm as a colour, with the legend given.</summary>
    public static JsonObject Colour(ArmPalette palette, JsonObject? legend) => new()
    {
        ["field"] = "arm",
        ["type"] = "nominal",
        ["scale"] = new JsonObject { ["domain"] = Strings(palette.Arms), ["range"] = Strings(palette.Colours) },
        ["legend"] = legend,
    };

    /// <summary>Arms beneath each other above the picture, so that long names have room.</summary>
    public static JsonObject ArmLegend() => new() { ["title"] = null, ["orient"] = "top", ["direction"] = "vertical", ["columns"] = 1, ["symbolType"] = "circle", ["symbolSize"] = 110, ["symbolStrokeWidth"] = 0 };

    public static JsonArray Tips(string name, bool isByVisit) =>
    [
        Tip("arm", "Arm"), .. isByVisit ? [Tip("visit", "Visit")] : Array.Empty<JsonNode>(), Tip("value", name, ".4~g"), Tip("lower", "Lower limit", ".4~g"),
        Tip("upper", "Upper limit", ".4~g"), Tip("patients", "Patients", "d"),
    ];

    /// <summary>The estimates as a table; the visit has a column where there are visits.</summary>
    public static ChartTable TableOf(IReadOnlyList<ArmEstimate> estimates, string name, string confidence)
    {
        bool isByVisit = estimates.Any(estimate => estimate.Visit.Length > 0);
        return new ChartTable(
            [.. isByVisit ? ["Visit"] : Array.Empty<string>(), "Arm", "Patients", $"{name} ({confidence} interval)"],
            [
                .. estimates.Select(estimate => (IReadOnlyList<string>)
                [
                    .. isByVisit ? [estimate.Visit] : Array.Empty<string>(), estimate.Arm, Figures.Count(estimate.Patients),
                    estimate.Lower < estimate.Upper ? $"{Figures.Number(estimate.Value, 3)} ({Figures.Interval(estimate.Lower, estimate.Upper, 3)})" : Figures.Number(estimate.Value, 3),
                ]),
            ]);
    }
}
