using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Means of each arm at each visit, joined by lines, with their intervals side by side.</summary>
internal static class VisitMeansChart
{
    private const int Height = 320;

    // Intervals of one visit stand this far apart, in pixels, so that they do not hide each other.
    private const int Apart = 8;

    public static Chart Of(string data, VisitMeansPicture picture)
    {
        ArmPalette palette = new(picture.Arms);
        string confidence = $"{100 * picture.Confidence:0.##} %";
        string title = $"Means of {picture.Value} in {data}";
        string description =
            $"Mean of {picture.Value} by arm at each visit, of the patients seen then. Dot: the mean. Bar: its {confidence} interval by Student's t; none for a single patient.";
        JsonObject spec = SpecTheme.Head(title, $"{confidence} intervals, of the patients seen at each visit", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = Height;
        spec["data"] = new JsonObject { ["values"] = EstimateLayers.DataOf(picture.Estimates) };
        double middle = 0.5 * (picture.Arms.Count - 1);
        JsonObject offset = new()
        {
            ["field"] = "arm",
            ["type"] = "nominal",
            ["scale"] = new JsonObject { ["domain"] = Strings(palette.Arms), ["range"] = Numbers([.. picture.Arms.Select((_, arm) => (arm - middle) * Apart)]) },
        };
        spec["encoding"] = new JsonObject
        {
            ["x"] = new JsonObject
            {
                ["field"] = "visit",
                ["type"] = "ordinal",
                ["scale"] = new JsonObject { ["domain"] = Strings(picture.Visits), ["type"] = "point", ["padding"] = 0.5 },
                ["axis"] = new JsonObject { ["title"] = "Visit", ["labelAngle"] = 0, ["grid"] = false },
            },
            ["xOffset"] = offset,
            ["color"] = EstimateLayers.Colour(palette, new JsonObject { ["title"] = null, ["orient"] = "top" }),
        };
        JsonObject y = new()
        {
            ["field"] = "value",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["zero"] = false },
            ["axis"] = new JsonObject { ["title"] = $"Mean of {picture.Value}" },
        };
        spec["layer"] = new JsonArray(
            new JsonObject { ["mark"] = new JsonObject { ["type"] = "line", ["strokeWidth"] = 2 }, ["encoding"] = new JsonObject { ["y"] = y } },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 1.5 },
                ["encoding"] = new JsonObject { ["y"] = Quantity("lower"), ["y2"] = new JsonObject { ["field"] = "upper" } },
            },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 60, ["opacity"] = 1 },
                ["encoding"] = new JsonObject { ["y"] = Quantity("value"), ["tooltip"] = EstimateLayers.Tips("Mean", isByVisit: true) },
            });
        return new Chart("visit-means", title, description, spec, EstimateLayers.TableOf(picture.Estimates, "Mean", confidence));
    }
}
