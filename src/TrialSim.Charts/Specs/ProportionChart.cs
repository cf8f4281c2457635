using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>The proportion of responses in each arm: a dot and its interval on one axis from 0 to 1.</summary>
internal static class ProportionChart
{
    private const int RowHeight = 48;
    private static readonly double[] Ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];

    public static Chart Of(string data, ProportionPicture picture)
    {
        ArmPalette palette = new([.. picture.Estimates.Select(estimate => estimate.Arm)]);
        string confidence = $"{100 * picture.Confidence:0.##} %";
        string title = $"Proportion of responses in {data}";
        string description = $"Share of patients with a response ({picture.Response}) in each arm. Dot: the share seen. Bar: its {confidence} Wilson interval.";
        JsonObject spec = SpecTheme.Head(title, $"{picture.Estimates.Sum(estimate => estimate.Patients):N0} patients, {confidence} Wilson intervals", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = RowHeight * picture.Estimates.Count;
        spec["data"] = new JsonObject { ["values"] = EstimateLayers.DataOf(picture.Estimates) };
        spec["encoding"] = new JsonObject
        {
            ["y"] = new JsonObject { ["field"] = "arm", ["type"] = "nominal", ["sort"] = Strings(palette.Arms), ["axis"] = new JsonObject { ["title"] = null, ["grid"] = false } },
            ["color"] = EstimateLayers.Colour(palette, null),
        };
        JsonObject x = new()
        {
            ["field"] = "lower",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["domain"] = Numbers(0, 1) },
            ["axis"] = new JsonObject { ["title"] = "Proportion of responses", ["values"] = Numbers(Ticks), ["format"] = ".1f" },
        };
        spec["layer"] = new JsonArray(
            new JsonObject { ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 2 }, ["encoding"] = new JsonObject { ["x"] = x, ["x2"] = new JsonObject { ["field"] = "upper" } } },
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 80, ["opacity"] = 1 },
                ["encoding"] = new JsonObject { ["x"] = Quantity("value"), ["tooltip"] = EstimateLayers.Tips("Proportion", isByVisit: false) },
            });
        return new Chart("proportions", title, description, spec, EstimateLayers.TableOf(picture.Estimates, "Proportion", confidence));
    }
}
