using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Results.Data;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Turnbull's curves: for each arm a step curve and, where the data do not say when it steps, the box in which it does.</summary>
internal static class IntervalSurvivalChart
{
    private const int Height = 340;

    public static Chart Of(string data, IntervalPicture picture)
    {
        ArmPalette palette = new([.. picture.Curves.Select(curve => curve.Arm)]);
        double last = picture.Curves.SelectMany(curve => curve.Points).Select(point => point.Time).DefaultIfEmpty(0).Max();
        double[] ticks = TimeTicks.Upto(last);
        string unit = picture.TimeUnit.Length == 0 ? "" : $" ({picture.TimeUnit})";
        string title = $"Turnbull curves of {data}";
        string description = "Nonparametric maximum likelihood estimate of the probability of being without the event, by arm, from intervals. "
            + "Within a shaded box the data do not say where the curve falls: its upper edge belongs to events as late as they can be, its lower edge to events as early.";
        JsonObject spec = SpecTheme.Head(title, $"{picture.Curves.Sum(curve => curve.Patients):N0} patients", description);
        spec["width"] = SpecTheme.Width;
        spec["height"] = Height;
        spec["data"] = new JsonObject { ["values"] = Rows(picture.Curves) };
        spec["encoding"] = new JsonObject { ["x"] = Time(last, ticks, unit), ["color"] = Colour(palette) };
        spec["layer"] = new JsonArray(
            SurvivalLayers.Band(palette.Arms.Count),
            SurvivalLayers.Curve(Survival("upper")),
            SurvivalLayers.Curve(Survival("lower")),
            SurvivalLayers.Hover(Tip("arm", "Arm"), Tip("time", "Time", "~r"), Tip("lower", "Survival at least", ".3f"), Tip("upper", "Survival at most", ".3f")));
        return new Chart("turnbull", title, description, spec, TableOf(picture, unit));
    }

    private static JsonArray Rows(IReadOnlyList<IntervalCurve> curves) =>
    [
        .. curves.SelectMany(curve => curve.Points.Select(point => new JsonObject
        {
            ["arm"] = curve.Arm,
            ["time"] = point.Time,
            ["survival"] = point.Upper,
            ["lower"] = point.Lower,
            ["upper"] = point.Upper,
        })),
    ];

    private static JsonObject Time(double last, double[] ticks, string unit) => new()
    {
        ["field"] = "time",
        ["type"] = "quantitative",
        ["scale"] = new JsonObject { ["domain"] = Numbers(0, last > 0 ? last : 1), ["nice"] = false },
        ["axis"] = new JsonObject { ["title"] = $"Time{unit}", ["values"] = Numbers(ticks), ["format"] = "~r", ["grid"] = false },
    };

    private static JsonObject Survival(string field) => new()
    {
        ["field"] = field,
        ["type"] = "quantitative",
        ["scale"] = new JsonObject { ["domain"] = Numbers(0, 1) },
        ["axis"] = new JsonObject { ["title"] = "Survival probability", ["values"] = Numbers(0, 0.25, 0.5, 0.75, 1), ["format"] = ".2f" },
    };

    private static JsonObject Colour(ArmPalette palette) => new()
    {
        ["field"] = "arm",
        ["type"] = "nominal",
        ["scale"] = new JsonObject { ["domain"] = Strings(palette.Arms), ["range"] = Strings(palette.Colours) },
        ["legend"] = new JsonObject { ["title"] = null, ["orient"] = "top", ["direction"] = "vertical", ["columns"] = 1, ["symbolType"] = "stroke" },
    };

    private static ChartTable TableOf(IntervalPicture picture, string unit) => new(
        ["Arm", $"Time{unit}", "Survival at least", "Survival at most"],
        [
            .. picture.Curves.SelectMany(curve => curve.Points.Select(point => (IReadOnlyList<string>)
            [
                curve.Arm,
                point.Time.ToString("0.####", CultureInfo.InvariantCulture),
                Figures.Number(point.Lower, 3),
                Figures.Number(point.Upper, 3),
            ])),
        ]);
}
