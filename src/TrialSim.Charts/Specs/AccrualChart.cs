using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Samples;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>Patients randomised over time: a line for the mean over replicates, a band that holds 95 % of them, and dashed what the rates promise.</summary>
internal static class AccrualChart
{
    private const int Height = 280;
    private const string Simulated = "simulated (mean, 95 %)";
    private const string Planned = "expected by the rates";
    private const string Colour = OkabeIto.Blue;

    /// <summary>The chart; none where no patients were sampled.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary) => summary.Sample.Accrual.Count > 0 ? [Of(summary.Sample.Accrual)] : [];

    private static Chart Of(IReadOnlyList<AccrualPoint> all)
    {
        AccrualPoint[] points = [.. all.Take(DrawnOf(all))];
        const string title = "Patients randomised over time";
        bool isPlanned = points.Any(point => point.Planned.HasValue);
        string trials = Figures.Trials(points.Max(point => point.Replicates));
        string description = $"Patients randomised by each month since the trial opened. Line: mean of {trials}. Band: the middle 95 % of them."
            + (isPlanned ? " Dashed: what the rates of accrual promise, up to the planned number." : "");
        JsonObject spec = SpecTheme.Head(title, $"Mean and 95 % band of {trials}", description);
        JsonObject view = LineLayers.View(
            Height,
            new JsonObject { ["x"] = LineLayers.Months("Months since the trial opened", points.Max(point => point.Months)) },
            [
                LineLayers.Band(LineLayers.CountAxis("lower", "Patients randomised", points.Max(point => Math.Max(point.Upper, point.Planned ?? 0))), "upper", 1, Colour),
                LineLayers.Line("mean", Colour, ("strokeDash", LineStyle(Simulated, isPlanned))),
                .. isPlanned ? [LineLayers.Line("planned", SpecTheme.Text, ("strokeDash", LineStyle(Planned, isPlanned)))] : Array.Empty<JsonObject>(),
                LineLayers.Hover("hover", "mean", Colour, Tips(isPlanned)),
            ]);
        spec["data"] = new JsonObject { ["values"] = ColumnData.Of(AccrualColumns.All, points) };
        SpecTheme.Add(spec, view);
        return new Chart("accrual", title, description, spec, TableOf(all)) { Part = ReportPart.DataGeneration, Source = ResultsFiles.Accrual };
    }

    /// <summary>How many points to draw: a little beyond the month in which the last patient of the last trial is in.</summary>
    private static int DrawnOf(IReadOnlyList<AccrualPoint> points)
    {
        int full = Enumerable.Range(0, points.Count).First(index => points.Skip(index).All(point => (point.Mean, point.Lower, point.Planned) == (points[^1].Mean, points[^1].Lower, points[^1].Planned)));
        return Math.Min(points.Count, full + Math.Max(2, full / 8) + 1);
    }

    private static JsonObject LineStyle(string line, bool isPlanned) => new()
    {
        ["datum"] = line,
        ["scale"] = new JsonObject { ["domain"] = Strings(isPlanned ? [Simulated, Planned] : [Simulated]), ["range"] = new JsonArray([Numbers(1, 0), .. isPlanned ? [Numbers(5, 4)] : Array.Empty<JsonArray>()]) },
        ["legend"] = LineLayers.StrokeLegend(),
    };

    private static JsonNode[] Tips(bool isPlanned) =>
    [
        Tip("months", "Months", ".1f"), Tip("mean", "Patients, mean", ".1f"), Tip("lower", "2.5 % of trials below", ".1f"), Tip("upper", "2.5 % of trials above", ".1f"),
        .. isPlanned ? [Tip("planned", "Expected by the rates", ".1f")] : Array.Empty<JsonNode>(),
    ];

    private static ChartTable TableOf(IReadOnlyList<AccrualPoint> points) => new(
        ["Months since the trial opened", "Patients, mean", "95 % of trials", "Expected by the rates", "Trials"],
        [
            .. points.Select(point => (IReadOnlyList<string>)
            [
                Figures.Number(point.Months, 2), Figures.Number(point.Mean, 1), Figures.Interval(point.Lower, point.Upper, 1),
                point.Planned is double planned ? Figures.Number(planned, 1) : Figures.Blank, Figures.Count(point.Replicates),
            ]),
        ]);
}
