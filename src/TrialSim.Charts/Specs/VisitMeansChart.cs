using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Means of each arm at each visit, joined by lines, with their intervals side by side.</summary>
internal static class VisitMeansChart
{
    private const int Height = 320;

    // Intervals of one visit stand this far apart, as a share of the distance to the next visit, so that they do not hide each other.
    private const double Apart = 0.03;

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
        spec["data"] = new JsonObject { ["values"] = DataOf(picture) };
        spec["encoding"] = new JsonObject
        {
            ["x"] = VisitAxis(picture.Visits),
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

    /// <summary>The estimates, each with its place on the axis of visits.</summary>
    private static JsonArray DataOf(VisitMeansPicture picture)
    {
        JsonArray data = EstimateLayers.DataOf(picture.Estimates);
        double middle = 0.5 * (picture.Arms.Count - 1);
        for (int index = 0; index < data.Count; index++)
        {
            ArmEstimate estimate = picture.Estimates[index];
            data[index]!["place"] = IndexOf(picture.Visits, estimate.Visit) + (Apart * (IndexOf(picture.Arms, estimate.Arm) - middle));
        }

        return data;
    }

    /// <summary>Visits at even distances under their names.</summary>
    private static JsonObject VisitAxis(IReadOnlyList<string> visits) => new()
    {
        ["field"] = "place",
        ["type"] = "quantitative",
        ["scale"] = new JsonObject { ["domain"] = Numbers(-0.5, visits.Count - 0.5), ["nice"] = false, ["zero"] = false },
        ["axis"] = new JsonObject
        {
            ["title"] = "Visit",
            ["values"] = Numbers([.. Enumerable.Range(0, visits.Count).Select(visit => (double)visit)]),
            // An array literal of the expression language, so that any name is only ever a quoted string.
            ["labelExpr"] = $"{Strings(visits).ToJsonString(SpecJson.Options)}[datum.value]",
            ["grid"] = false,
        },
    };

    private static int IndexOf(IReadOnlyList<string> names, string name) => Enumerable.Range(0, names.Count).First(index => names[index] == name);
}
