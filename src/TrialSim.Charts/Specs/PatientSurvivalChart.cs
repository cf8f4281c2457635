using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Results.Data;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>
/// Kaplan–Meier curves of patient data: for each arm a step curve with a mark at each time of censoring, its pointwise confidence band, the median,
/// and beneath, on the same time axis, the numbers at risk.
/// </summary>
internal static class PatientSurvivalChart
{
    private const int CurveHeight = 340;
    private const int MaxTableRows = 400;

    public static Chart Of(string data, SurvivalPicture picture)
    {
        ArmPalette palette = new([.. picture.Curves.Select(curve => curve.Arm)]);
        double last = picture.Curves.SelectMany(curve => curve.Points).Select(point => point.Time).DefaultIfEmpty(0).Max();
        double[] ticks = TimeTicks.Upto(last);
        string confidence = $"{100 * picture.Confidence:0.##} %";
        string unit = picture.TimeUnit.Length == 0 ? "" : $" ({picture.TimeUnit})";
        string title = $"Kaplan–Meier curves of {data}";
        string description =
            $"Kaplan–Meier estimate of the probability of being without the event ({picture.EventName}), by arm. Ticks on a curve: patients censored then. "
            + $"Band: {confidence} pointwise confidence interval. Dotted drop lines: medians. Below: number of patients at risk just before each time.";
        JsonObject x = new()
        {
            ["field"] = "time",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["domain"] = Numbers(0, last > 0 ? last : 1), ["nice"] = false },
        };

        JsonObject spec = SpecTheme.Head(title, $"{picture.Curves.Sum(curve => curve.Patients):N0} patients, {confidence} pointwise confidence bands", description);
        spec["datasets"] = new JsonObject
        {
            ["curves"] = CurveData(picture.Curves, last),
            ["censored"] = CensoredData(picture.Curves, last),
            ["medians"] = MedianData(picture.Curves),
            ["at_risk"] = AtRiskData(picture.Curves, ticks),
        };
        spec["vconcat"] = new JsonArray(CurveView(x, ticks, unit, palette, LegendLabels(picture.Curves)), SurvivalLayers.AtRiskView(x, palette, "d"));
        spec["spacing"] = 4;
        return new Chart("kaplan-meier", title, description, spec, TableOf(picture, ticks, unit, confidence));
    }

    private static JsonArray CurveData(IReadOnlyList<PatientCurve> curves, double last) =>
    [
        .. curves.SelectMany(curve => Thinning.Of(curve.Points, point => point.Time, last)).Select(point => new JsonObject
        {
            ["arm"] = point.Arm,
            ["time"] = point.Time,
            ["survival"] = point.Survival,
            ["lower"] = point.Lower,
            ["upper"] = point.Upper,
            ["at_risk"] = point.AtRisk,
            ["events"] = point.Events,
            ["censored"] = point.Censored,
        }),
    ];

    private static JsonArray CensoredData(IReadOnlyList<PatientCurve> curves, double last) =>
    [
        .. curves.SelectMany(curve => Thinning.Of([.. curve.Points.Where(point => point.Censored > 0)], point => point.Time, last)).Select(point => new JsonObject
        {
            ["arm"] = point.Arm,
            ["time"] = point.Time,
            ["survival"] = point.Survival,
            ["censored"] = point.Censored,
        }),
    ];

    private static JsonArray MedianData(IReadOnlyList<PatientCurve> curves) =>
    [
        .. curves.Where(curve => curve.Median.Length > 0).Select(curve => new JsonObject
        {
            ["arm"] = curve.Arm,
            ["time"] = curve.MedianTime,
            ["text"] = curve.Median,
        }),
    ];

    private static JsonArray AtRiskData(IReadOnlyList<PatientCurve> curves, double[] ticks) =>
    [
        .. curves.SelectMany(curve => ticks.Select(tick => new JsonObject { ["arm"] = curve.Arm, ["time"] = tick, ["at_risk"] = AtRiskAt(curve, tick) })),
    ];

    /// <summary>Patients at risk just before a time.</summary>
    private static int AtRiskAt(PatientCurve curve, double time)
    {
        foreach (PatientCurvePoint point in curve.Points)
        {
            if (point.Time >= time)
            {
                return point.AtRisk;
            }
        }

        return 0;
    }

    private static JsonObject CurveView(JsonObject x, double[] ticks, string unit, ArmPalette palette, JsonObject legendLabels)
    {
        JsonObject timeAxis = x.DeepClone().AsObject();
        timeAxis["axis"] = new JsonObject { ["title"] = $"Time{unit}", ["values"] = Numbers(ticks), ["format"] = "~r", ["grid"] = false };
        return new JsonObject
        {
            ["width"] = SpecTheme.Width,
            ["height"] = CurveHeight,
            ["data"] = new JsonObject { ["name"] = "curves" },
            ["encoding"] = new JsonObject { ["x"] = timeAxis, ["color"] = SurvivalLayers.Colour(palette, legendLabels) },
            ["layer"] = new JsonArray(
                SurvivalLayers.Band(palette.Arms.Count),
                SurvivalLayers.Curve(SurvivalLayers.Height("Survival probability")),
                Censoring(),
                SurvivalLayers.MedianDrop(),
                SurvivalLayers.MedianMark("Median (interval)"),
                SurvivalLayers.Hover(
                    Tip("arm", "Arm"),
                    Tip("time", "Time", "~r"),
                    Tip("survival", "Survival", ".3f"),
                    Tip("lower", "Lower limit", ".3f"),
                    Tip("upper", "Upper limit", ".3f"),
                    Tip("at_risk", "At risk", "d"),
                    Tip("events", "Events", "d"),
                    Tip("censored", "Censored", "d"))),
        };
    }

    private static JsonObject Censoring() => new()
    {
        ["data"] = new JsonObject { ["name"] = "censored" },
        ["mark"] = new JsonObject { ["type"] = "tick", ["orient"] = "vertical", ["size"] = 9, ["thickness"] = 1.2 },
        ["encoding"] = new JsonObject
        {
            ["y"] = Quantity("survival"),
            ["tooltip"] = new JsonArray(Tip("arm", "Arm"), Tip("time", "Time", "~r"), Tip("censored", "Censored", "d")),
        },
    };

    private static JsonObject LegendLabels(IReadOnlyList<PatientCurve> curves)
    {
        JsonObject labels = [];
        foreach (PatientCurve curve in curves)
        {
            labels[curve.Arm] = curve.Median.Length > 0 ? $"{curve.Arm} · median {curve.Median}" : $"{curve.Arm} · median not reached";
        }

        return labels;
    }

    /// <summary>Every step of the curves, or, where they are too many for a page, the curves at the ticks.</summary>
    private static ChartTable TableOf(SurvivalPicture picture, double[] ticks, string unit, string confidence)
    {
        string[] headings = ["Arm", $"Time{unit}", "At risk", "Events", "Censored", $"Survival ({confidence} interval)"];
        bool isShort = picture.Curves.Sum(curve => curve.Points.Count) <= MaxTableRows;
        IEnumerable<PatientCurvePoint> points = isShort
            ? picture.Curves.SelectMany(curve => curve.Points)
            : picture.Curves.SelectMany(curve => ticks
                .Where(tick => curve.Points.Count > 0 && tick <= curve.Points[^1].Time)
                .Select(tick => Upto(curve, tick)));
        return new ChartTable(
            headings,
            [
                .. points.Select(point => (IReadOnlyList<string>)
                [
                    point.Arm,
                    point.Time.ToString("0.####", CultureInfo.InvariantCulture),
                    Figures.Count(point.AtRisk),
                    Figures.Count(point.Events),
                    Figures.Count(point.Censored),
                    $"{Figures.Number(point.Survival, 3)} ({Figures.Interval(point.Lower, point.Upper, 3)})",
                ]),
            ]);
    }

    /// <summary>A curve at a tick: events and censorings are all those up to it.</summary>
    private static PatientCurvePoint Upto(PatientCurve curve, double tick)
    {
        PatientCurvePoint[] before = [.. curve.Points.TakeWhile(point => point.Time <= tick)];
        return before[^1] with
        {
            Time = tick,
            AtRisk = AtRiskAt(curve, tick),
            Events = before.Sum(point => point.Events),
            Censored = before.Sum(point => point.Censored),
        };
    }
}
