using System.Text.Json.Nodes;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Survival as it truly is, had every event been known on its day: dashed, beside the curves that trials see.</summary>
internal static class TrueCurveLayers
{
    private const string Seen = "as trials see it, mean";
    private const string True = "as it truly is";

    /// <summary>The data set <c>truth</c>; its fields are no columns of <c>curves.csv</c>, of which the other data sets are.</summary>
    public static JsonArray DataOf(IEnumerable<TrueCurvePoint> points, double lastMonth)
    {
        return [.. points.GroupBy(point => point.Arm).SelectMany(arm => Thinning.Of([.. arm.Where(point => point.Months <= lastMonth)], point => point.Months, lastMonth)).Select(DatumOf)];

        static JsonObject DatumOf(TrueCurvePoint point) => new() { ["arm"] = point.Arm, ["true_months"] = point.Months, ["true_survival"] = point.Survival };
    }

    /// <summary>The dashed curves.</summary>
    public static JsonObject Curve(JsonObject timeAxis)
    {
        JsonObject x = timeAxis.DeepClone().AsObject();
        x["field"] = "true_months";
        return new JsonObject
        {
            ["data"] = new JsonObject { ["name"] = "truth" },
            ["mark"] = new JsonObject { ["type"] = "line", ["interpolate"] = "step-after", ["strokeWidth"] = 1.6 },
            ["encoding"] = new JsonObject { ["x"] = x, ["y"] = Quantity("true_survival"), ["strokeDash"] = LineStyle(True) },
        };
    }

    /// <summary>Marks the curves that trials see as such.</summary>
    public static JsonObject AsSeen(JsonObject curve)
    {
        curve["encoding"]!["strokeDash"] = LineStyle(Seen);
        return curve;
    }

    private static JsonObject LineStyle(string line) => new()
    {
        ["datum"] = line,
        ["scale"] = new JsonObject { ["domain"] = Strings([Seen, True]), ["range"] = new JsonArray(Numbers(1, 0), Numbers(5, 3)) },
        ["legend"] = LineLayers.StrokeLegend(),
    };
}
