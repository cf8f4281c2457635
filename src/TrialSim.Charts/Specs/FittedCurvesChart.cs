using System.Globalization;
using System.Text.Json.Nodes;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>
/// Fitted curves over what they were fitted to: a Kaplan–Meier curve with its limits, a Turnbull curve with its bounds, or single figures. Beyond the
/// last observation the fitted curves go on, dashed. Beneath a Kaplan–Meier curve stand the numbers at risk.
/// </summary>
internal static class FittedCurvesChart
{
    private const int CurveHeight = 360;
    private const string AllPatients = "all patients";

    public static Chart Of(FittedCurves curves, string timeUnit)
    {
        string title = curves.Arm.Length == 0 ? "Fitted curves" : $"Fitted curves of {curves.Arm}";
        string last = curves.LastTime.ToString("0.##", CultureInfo.InvariantCulture);
        bool isCurve = curves.Kind != ObservedKind.Figures;
        string description = $"{Basis(curves)} Coloured lines: the fitted curves, dashed where they are extrapolated beyond {(isCurve ? "the last observation" : $"{last} {timeUnit}")}.";
        double[] ticks = TimeTicks.Upto(curves.Horizon);
        JsonObject spec = SpecTheme.Head(title, $"Solid to {last} {timeUnit}, extrapolated beyond", description);
        spec["datasets"] = new JsonObject
        {
            ["observed"] = ObservedData(curves),
            ["fitted"] = FittedData(curves, time => time <= curves.LastTime),
            ["extrapolated"] = FittedData(curves, time => time >= curves.LastTime),
            ["all"] = FittedData(curves, _ => true),
            ["at_risk"] = AtRiskData(curves, ticks),
        };
        JsonObject x = new()
        {
            ["field"] = "time",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["domain"] = Numbers(0, curves.Horizon), ["nice"] = false },
        };
        JsonObject view = CurveView(curves, x, ticks, timeUnit, isCurve);
        spec["vconcat"] = curves.Kind == ObservedKind.KaplanMeier
            ? new JsonArray(view, SurvivalLayers.AtRiskView(x, new ArmPalette([ArmOf(curves)]), "d"))
            : new JsonArray(view);
        spec["spacing"] = 4;
        return new Chart(ChartNames.Of("fits", curves.Arm), title, description, spec, TableOf(curves, ticks, timeUnit));
    }

    private static string Basis(FittedCurves curves) => curves.Kind switch
    {
        ObservedKind.KaplanMeier => $"Steps: {curves.ObservedName} with 95 % pointwise confidence limits; below, patients at risk just before each time.",
        ObservedKind.Turnbull => $"Steps: {curves.ObservedName}; within the grey bands the times do not determine it.",
        _ => $"Dots: {curves.ObservedName}.",
    };

    private static string ArmOf(FittedCurves curves) => curves.Arm.Length == 0 ? AllPatients : curves.Arm;

    private static JsonArray ObservedData(FittedCurves curves) =>
    [
        .. Thinning.Of(curves.Observed, point => point.Time, curves.LastTime).Select(point => new JsonObject
        {
            ["family"] = curves.ObservedName,
            ["time"] = point.Time,
            ["survival"] = point.Survival,
            ["lower"] = point.Lower,
            ["upper"] = point.Upper,
        }),
    ];

    private static JsonArray FittedData(FittedCurves curves, Func<double, bool> isShown) =>
    [
        .. curves.Families.SelectMany(family => family.Points.Where(point => isShown(point.Time)).Select(point => new JsonObject
        {
            ["family"] = family.Name,
            ["time"] = point.Time,
            ["survival"] = point.Survival,
        })),
    ];

    private static JsonArray AtRiskData(FittedCurves curves, double[] ticks) => curves.Kind != ObservedKind.KaplanMeier
        ? []
        : [.. ticks.Select(tick => new JsonObject
        {
            ["arm"] = ArmOf(curves),
            ["time"] = tick,
            ["at_risk"] = curves.Observed.Where(point => point.Time >= tick && point.AtRisk > 0).Select(point => point.AtRisk).FirstOrDefault(),
        }),
        ];

    private static JsonObject CurveView(FittedCurves curves, JsonObject x, double[] ticks, string timeUnit, bool isCurve)
    {
        JsonObject timeAxis = x.DeepClone().AsObject();
        timeAxis["axis"] = new JsonObject { ["title"] = $"Time ({timeUnit})", ["values"] = Numbers(ticks), ["format"] = "~r", ["grid"] = false };
        JsonObject y = new()
        {
            ["field"] = "survival",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["domain"] = Numbers(0, 1) },
            ["axis"] = new JsonObject { ["title"] = "Survival probability", ["values"] = Numbers(0, 0.25, 0.5, 0.75, 1), ["format"] = ".2f" },
        };
        JsonArray layers = [];
        if (isCurve)
        {
            layers.Add(From("observed", SurvivalLayers.Band(1)));
        }

        layers.Add(Line("fitted", y, 1.8, [1, 0]));
        layers.Add(Line("extrapolated", y, 1.8, [5, 4]));
        layers.Add(isCurve ? From("observed", SurvivalLayers.Curve(y.DeepClone().AsObject())) : Dots(y));
        layers.Add(EndOfObservation(curves));
        layers.Add(From("all", SurvivalLayers.Hover(Tip("family", "Curve"), Tip("time", "Time", ".3~f"), Tip("survival", "Survival", ".3f"))));
        return new JsonObject
        {
            ["width"] = SpecTheme.Width,
            ["height"] = CurveHeight,
            ["encoding"] = new JsonObject { ["x"] = timeAxis, ["color"] = Colour(curves) },
            ["layer"] = layers,
        };
    }

    private static JsonObject From(string data, JsonObject layer)
    {
        layer["data"] = new JsonObject { ["name"] = data };
        return layer;
    }

    private static JsonObject Line(string data, JsonObject y, double width, double[] dash) => From(data, new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "line", ["strokeWidth"] = width, ["strokeDash"] = Numbers(dash), ["clip"] = true },
        ["encoding"] = new JsonObject { ["y"] = y.DeepClone() },
    });

    private static JsonObject Dots(JsonObject y) => From("observed", new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 70, ["opacity"] = 1 },
        ["encoding"] = new JsonObject { ["y"] = y.DeepClone() },
    });

    private static JsonObject EndOfObservation(FittedCurves curves) => new()
    {
        ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject { ["time"] = curves.LastTime }) },
        ["mark"] = new JsonObject { ["type"] = "rule", ["color"] = SpecTheme.Muted, ["strokeDash"] = Numbers(2, 3), ["strokeWidth"] = 1 },
        ["encoding"] = new JsonObject { ["color"] = new JsonObject { ["value"] = SpecTheme.Muted } },
    };

    private static JsonObject Colour(FittedCurves curves)
    {
        string[] names = [curves.ObservedName, .. curves.Families.Select(family => family.Name)];
        JsonObject labels = new() { [curves.ObservedName] = curves.ObservedName };
        foreach (FittedFamily family in curves.Families)
        {
            labels[family.Name] = family.Note.Length > 0 ? $"{family.Name} · {family.Note}" : family.Name;
        }

        // The palette ends with the eighth; a ninth is grey rather than the colour of the first.
        ArmPalette palette = new([.. names.Skip(1)]);
        string[] colours = [SpecTheme.Text, .. palette.Colours.Select((colour, index) => index < 8 ? colour : ArmPalette.Neutral)];
        return new JsonObject
        {
            ["field"] = "family",
            ["type"] = "nominal",
            ["scale"] = new JsonObject { ["domain"] = Strings(names), ["range"] = Strings(colours) },
            ["legend"] = new JsonObject
            {
                ["title"] = null,
                ["orient"] = "top",
                ["direction"] = "vertical",
                ["columns"] = 2,
                ["symbolType"] = "stroke",
                // An object literal of the expression language, so that any name is only ever a quoted string.
                ["labelExpr"] = $"{labels.ToJsonString(SpecJson.Options)}[datum.label]",
            },
        };
    }

    private static ChartTable TableOf(FittedCurves curves, double[] ticks, string timeUnit) => new(
        [$"Time ({timeUnit})", curves.ObservedName, .. curves.Families.Select(family => family.Name)],
        [
            .. ticks.Select(tick => (IReadOnlyList<string>)
            [
                tick.ToString("0.####", CultureInfo.InvariantCulture),
                ObservedAt(curves, tick),
                .. curves.Families.Select(family => Figures.Number(At(family.Points, tick), 3)),
            ]),
        ]);

    private static string ObservedAt(FittedCurves curves, double time)
    {
        if (curves.Kind == ObservedKind.Figures)
        {
            int same = curves.Observed.ToList().FindIndex(point => point.Time == time);
            return same < 0 ? Figures.Blank : Figures.Number(curves.Observed[same].Survival, 3);
        }

        ObservedPoint[] before = time > curves.LastTime ? [] : [.. curves.Observed.TakeWhile(point => point.Time <= time)];
        return before.Length == 0 ? Figures.Blank : Figures.Number(before[^1].Survival, 3);
    }

    // The points lie close; between two the curve is all but a straight line.
    private static double At(IReadOnlyList<FittedPoint> points, double time)
    {
        int next = 1;
        while (next < points.Count - 1 && points[next].Time < time)
        {
            next++;
        }

        (FittedPoint from, FittedPoint to) = (points[next - 1], points[next]);
        double share = Math.Clamp((time - from.Time) / (to.Time - from.Time), 0.0, 1.0);
        return from.Survival + (share * (to.Survival - from.Survival));
    }
}
