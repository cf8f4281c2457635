using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>
/// Kaplan–Meier curves of an endpoint at a look: for each arm the mean over replicates as a step curve, a band that holds 95 % of replicates, the median,
/// and beneath, on the same time axis, the numbers at risk.
/// </summary>
internal static class KaplanMeierChart
{
    private const int CurveHeight = 320;

    /// <summary>Beyond the time that fewer of the replicates with this look reach, the mean would be of a selection, and would turn up where the best of them linger.</summary>
    private const double LeastShareOfReplicates = 0.95;

    public static Chart Of(RunSummary summary, string look, string endpoint, ArmPalette palette)
    {
        CurvePoint[] points = [.. summary.Curves.Where(point => point.Look == look && point.Endpoint == endpoint)];
        long replicates = points.Select(point => point.Replicates).DefaultIfEmpty(0).Max();
        TrueCurvePoint[] truth = [.. summary.Sample.TrueCurves.Where(point => point.Endpoint == endpoint)];
        CurvePoint[] drawn = [.. points.GroupBy(point => point.Arm).SelectMany(arm => arm.TakeWhile(point => IsReached(point, replicates)))];
        OperatingCharacteristic[] medians = MediansOf(summary, look, endpoint);
        JsonArray medianMarks = MedianData(medians, drawn);
        double lastMonth = drawn.Select(point => point.Months).DefaultIfEmpty(0).Max();
        double[] ticks = MonthTicks.Upto(lastMonth);
        double[] atRiskMonths = MonthTicks.OnGrid(ticks, [.. points.Select(point => point.Months).Distinct()], lastMonth);

        string title = $"Kaplan–Meier curves of {endpoint} at {look}";
        string subtitle = $"Mean and 95 % band of {Figures.Trials(replicates)}";
        string description =
            $"Kaplan–Meier estimate of {endpoint} by arm, as seen at the look {look}. Line: mean over {Figures.Trials(replicates)}. "
            + "Band: the range that holds the middle 95 % of them, so how far one trial's curve may stray. "
            + (medianMarks.Count > 0 ? "Dotted drop lines: mean of the medians that the trials would report. " : "")
            + (truth.Length > 0 ? $"Dashed: as it truly is, had every event been known on its day, of all patients of {Figures.Trials(summary.Sample.Replicates)} together. " : "")
            + "Below: mean number of patients at risk."
            + ShortenedCurves(points.Length > drawn.Length)
            + UnreachedMedians(medians);
        JsonObject x = new()
        {
            ["field"] = "months",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["domain"] = Numbers(0, Math.Max(lastMonth, 1)), ["nice"] = false },
        };

        JsonObject spec = SpecTheme.Head(title, subtitle, description);
        ChartTable table = TableOf(points, truth, palette.Arms);
        if (drawn.Length == 0)
        {
            SpecTheme.Add(spec, SpecTheme.Sentence("No simulated trial has patients at risk at this look."));
            return new Chart(ChartNames.Of("kaplan-meier", endpoint, look), title, description, spec, table) { Source = ResultsFiles.Curves };
        }

        spec["datasets"] = new JsonObject
        {
            ["curves"] = CurveData(drawn),
            ["medians"] = medianMarks,
            ["at_risk"] = AtRiskData([.. points.Where(point => atRiskMonths.Contains(point.Months))]),
        };
        if (truth.Length > 0)
        {
            spec["datasets"]!["truth"] = TrueCurveLayers.DataOf(truth, Math.Max(lastMonth, 1));
        }

        spec["vconcat"] = new JsonArray(
            CurveView(endpoint, x, ticks, palette, LegendLabels(palette, medians), truth.Length > 0),
            SurvivalLayers.AtRiskView(x, palette, ".0f"));
        spec["spacing"] = 4;
        return new Chart(ChartNames.Of("kaplan-meier", endpoint, look), title, description, spec, table) { Source = ResultsFiles.Curves };
    }

    private static OperatingCharacteristic[] MediansOf(RunSummary summary, string look, string endpoint) =>
    [
        .. summary.OperatingCharacteristics
            .Where(row => row.Measure == Measures.MedianSurvival && row.Look == look && row.Endpoint == endpoint)
            .DistinctBy(row => row.Arm),
    ];

    private static JsonArray CurveData(CurvePoint[] points) =>
    [
        .. points.Select(point => new JsonObject
        {
            ["arm"] = point.Arm,
            ["months"] = point.Months,
            ["survival"] = point.Survival,
            ["lower"] = point.Lower,
            ["upper"] = point.Upper,
            ["at_risk"] = point.AtRisk,
            ["replicates"] = point.Replicates,
        }),
    ];

    /// <summary>Medians that the trials reach, on the drawn part of their curve: elsewhere the mark would hang in the air.</summary>
    private static JsonArray MedianData(OperatingCharacteristic[] medians, CurvePoint[] drawn) =>
    [
        .. medians.Where(row => IsReached(row) && drawn.Any(point => point.Arm == row.Arm && point.Months >= row.Value)).Select(row => new JsonObject
        {
            ["arm"] = row.Arm,
            ["median_months"] = row.Value,
            ["text"] = Figures.Estimate(row).Replace("\n", "; ", StringComparison.Ordinal),
        }),
    ];

    private static JsonArray AtRiskData(CurvePoint[] points) =>
    [
        .. points.Select(point => new JsonObject { ["arm"] = point.Arm, ["months"] = point.Months, ["at_risk"] = point.AtRisk }),
    ];

    private static JsonObject CurveView(string endpoint, JsonObject x, double[] ticks, ArmPalette palette, JsonObject legendLabels, bool hasTruth)
    {
        JsonObject curve = SurvivalLayers.Curve(SurvivalLayers.Height($"Survival probability, {endpoint}"));
        JsonObject timeAxis = x.DeepClone().AsObject();
        timeAxis["axis"] = new JsonObject
        {
            ["title"] = "Months since randomisation",
            ["values"] = Numbers(ticks),
            ["format"] = "d",
            ["grid"] = false,
        };
        return new JsonObject
        {
            ["width"] = SpecTheme.Width,
            ["height"] = CurveHeight,
            ["data"] = new JsonObject { ["name"] = "curves" },
            ["encoding"] = new JsonObject { ["x"] = timeAxis, ["color"] = SurvivalLayers.Colour(palette, legendLabels) },
            ["layer"] = new JsonArray([
                SurvivalLayers.Band(palette.Arms.Count),
                .. hasTruth ? [TrueCurveLayers.AsSeen(curve), TrueCurveLayers.Curve(timeAxis)] : new[] { curve },
                AtMedian(SurvivalLayers.MedianDrop(), timeAxis),
                AtMedian(SurvivalLayers.MedianMark("Median, months"), timeAxis),
                SurvivalLayers.Hover(
                    Tip("arm", "Arm"),
                    Tip("months", "Months", ".1f"),
                    Tip("survival", "Survival", ".3f"),
                    Tip("lower", "2.5 % of trials below", ".3f"),
                    Tip("upper", "2.5 % of trials above", ".3f"),
                    Tip("at_risk", "At risk", ".1f"),
                    Tip("replicates", "Replicates", ",d"))]),
        };
    }

    /// <summary>Medians are no rows of <c>curves.csv</c>, so that their time has a field of its own.</summary>
    private static JsonObject AtMedian(JsonObject layer, JsonObject timeAxis)
    {
        JsonObject x = timeAxis.DeepClone().AsObject();
        x["field"] = "median_months";
        layer["encoding"]!["x"] = x;
        return layer;
    }

    /// <summary>What the legend says of each arm: its name, and its median in months or why there is none.</summary>
    private static JsonObject LegendLabels(ArmPalette palette, OperatingCharacteristic[] medians)
    {
        JsonObject labels = [];
        foreach (string arm in palette.Arms)
        {
            OperatingCharacteristic? median = medians.FirstOrDefault(row => row.Arm == arm);
            labels[arm] = median switch
            {
                null => arm,
                { Value: null } => $"{arm} · median not reached",
                { Value: double value } when IsReached(median) => $"{arm} · median {Figures.Number(value, 1)} mo",
                _ => $"{arm} · median reached in {Math.Floor(100 * ShareOf(median))} % of trials",
            };
        }

        return labels;
    }

    private static bool IsReached(CurvePoint point, long replicates) => point.Replicates > 0 && point.Replicates >= LeastShareOfReplicates * replicates;

    private static string ShortenedCurves(bool isAnyShortened) =>
        isAnyShortened ? " Each curve ends where fewer than 95 % of the trials still have patients at risk; its table goes on." : "";

    /// <summary>A mean over the trials that happen to reach their median is too short where many do not; it is then left to the tables.</summary>
    private static bool IsReached(OperatingCharacteristic median) => ShareOf(median) >= LeastShareOfReplicates;

    private static double ShareOf(OperatingCharacteristic median) => (double)median.Replicates / (median.Replicates + median.NotEstimable);

    /// <summary>For each arm whose median some trials do not reach, a sentence that says how many do; a median over those alone is too short.</summary>
    private static string UnreachedMedians(OperatingCharacteristic[] medians) => string.Concat(medians
        .Where(row => row.NotEstimable > 0)
        .Select(row => $" The median of {row.Arm} is reached in {Figures.Count(row.Replicates)} of {Figures.Count(row.Replicates + row.NotEstimable)} trials."));

    private static ChartTable TableOf(CurvePoint[] points, TrueCurvePoint[] truth, IReadOnlyList<string> arms)
    {
        ILookup<double, CurvePoint> byMonth = points.ToLookup(point => point.Months);
        Dictionary<(double, string), double> trueSurvival = truth.ToDictionary(point => (point.Months, point.Arm), point => point.Survival);
        return new ChartTable(
            ["Months", .. arms.SelectMany(arm => new[] { $"{arm}: survival (95 % of trials)", $"{arm}: at risk" }), .. truth.Length > 0 ? arms.Select(arm => $"{arm}: as it truly is") : []],
            [
                .. byMonth.Select(group => group.Key).Union(truth.Select(point => point.Months)).Order().Select(month => (IReadOnlyList<string>)
                [
                    month.ToString("0.##", CultureInfo.InvariantCulture),
                    .. arms.SelectMany(arm => CellsOf(byMonth[month].FirstOrDefault(point => point.Arm == arm))),
                    .. truth.Length > 0 ? arms.Select(arm => trueSurvival.TryGetValue((month, arm), out double survival) ? Figures.Number(survival, 3) : Figures.Blank) : [],
                ]),
            ]);
    }

    private static string[] CellsOf(CurvePoint? point) => point is null
        ? [Figures.Blank, Figures.Blank]
        :
        [
            $"{Figures.Number(point.Survival, 3)} ({Figures.Interval(point.Lower, point.Upper, 3)})",
            Figures.Number(point.AtRisk, 1),
        ];
}
