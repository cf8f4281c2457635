using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Tables;

namespace TrialSim.Charts.Specs;

/// <summary>
/// A test with bounds: Z over information in the first replicates, coloured by how each went, across the bounds as planned; and beneath, at each look, the share of all replicates in which the test rejects or
/// the trial stops.
/// </summary>
internal static class BoundsChart
{
    // Of many tests fewer paths each, or the page becomes heavy.
    private const int MostPaths = 200;
    private const int MostPathsOfMany = 80;
    private const int Many = 3;

    /// <summary>A chart for each test with bounds.</summary>
    public static IEnumerable<Chart> AllOf(RunSummary summary)
    {
        IGrouping<string, SequentialPathPoint>[] tests = [.. summary.Paths.GroupBy(point => point.Analysis)];
        return tests.Select(test => Of(summary, test.Key, [.. test], tests.Length < Many ? MostPaths : MostPathsOfMany));
    }

    private static Chart Of(RunSummary summary, string analysis, SequentialPathPoint[] points, int mostPaths)
    {
        SequentialPathPoint[] planned = [.. points.Where(point => point.Outcome == SequentialPathPoint.Planned)];
        SequentialPathPoint[][] paths = [.. points.Where(point => point.Outcome != SequentialPathPoint.Planned).GroupBy(point => point.Replicate).Select(path => path.ToArray())];
        SequentialPathPoint[][] drawn = [.. paths.Take(mostPaths)];
        LookShare[] shares = LookShare.AllOf(summary, analysis, planned);
        string title = $"Z and bounds of {analysis}";
        string subtitle = drawn.Length == 0
            ? "No simulated trial reaches a look of this test"
            : $"First {Figures.Count(drawn.Length)} of {Figures.Count(summary.Manifest.Replicates)} trials; {planned[0].Arm}";
        string description =
            "Each thin line is the test statistic Z of a simulated trial from look to look (a mark alone: it ended at its first), which is positive when the experimental arm does better; its last mark and colour say how the test ended. "
            + "Thick line: the efficacy bound as planned"
            + (planned.Any(point => point.FutilityBound.HasValue) ? "; dashed: the futility bound" : "")
            + (planned.Any(point => point.HarmBound.HasValue) ? ", mirrored for harm" : "")
            + (OtherBounds(drawn, planned).Any() ? "; short ticks: bounds as they were at the information that trials had" : "")
            + $". Below: share of all {Figures.Count(summary.Manifest.Replicates)} trials in which the test rejects at a look and at none before"
            + (shares.Any(share => share.What != LookShare.Rejects) ? ", or the trial stops there" : "") + ".";

        (double Least, double Most) information = InformationRange([.. drawn.SelectMany(path => path), .. planned]);
        JsonObject spec = SpecTheme.Head(title, subtitle, description);
        spec["datasets"] = new JsonObject
        {
            ["paths"] = PathData(drawn),
            ["planned"] = new JsonArray([.. planned.Select(DatumOf)]),
            ["used"] = new JsonArray([.. OtherBounds(drawn, planned).Select(DatumOf)]),
            ["shares"] = new JsonArray([.. shares.Select(share => share.Datum())]),
        };
        spec["vconcat"] = new JsonArray(BoundsLayers.Paths(information, ZRange(drawn, planned), planned, [.. drawn.Select(path => path[^1].Outcome).Distinct()]), BoundsLayers.Shares(information, shares));
        spec["spacing"] = 6;
        return new Chart(ChartNames.Of("bounds", analysis), title, description, spec, TableOf(points, shares)) { Part = ReportPart.Methods, Source = ResultsFiles.Paths };
    }

    private static JsonArray PathData(SequentialPathPoint[][] paths) =>
    [
        .. paths.SelectMany(path => path.Select((point, index) =>
        {
            JsonObject datum = DatumOf(point);
            datum["ending"] = BoundsLayers.EndingOf(path[^1].Outcome);
            datum["is_last"] = index == path.Length - 1;
            return datum;
        })),
    ];

    private static JsonObject DatumOf(SequentialPathPoint point)
    {
        JsonObject datum = ColumnData.Of(SequentialPathColumns.All, point);
        datum.Remove("analysis"); // The same in each, and maybe long.
        datum.Remove("arm");
        return datum;
    }

    // Bounds of the information observed, where that is not the planned one: each once.
    private static IEnumerable<SequentialPathPoint> OtherBounds(SequentialPathPoint[][] paths, SequentialPathPoint[] planned) => paths
        .SelectMany(path => path)
        .Where(point => planned.All(plan => plan.Look != point.Look || plan.InformationFraction != point.InformationFraction || plan.EfficacyBound != point.EfficacyBound))
        .DistinctBy(point => (point.InformationFraction, point.EfficacyBound, point.FutilityBound));

    // Room for the names of the bounds before the first look, and for the figures of the last.
    private static (double Least, double Most) InformationRange(SequentialPathPoint[] points)
    {
        double first = points.Min(point => point.InformationFraction);
        double last = points.Max(point => point.InformationFraction);
        double span = last > first ? last - first : last;
        return (Math.Max(0, first - (0.4 * span)), last + (0.1 * span));
    }

    // The first bounds may lie so high that they would press everything else together: then they are cut off.
    private static (double Least, double Most) ZRange(SequentialPathPoint[][] paths, SequentialPathPoint[] planned)
    {
        const double usual = 6;
        double[] statistics = [.. paths.SelectMany(path => path).Select(point => point.Z ?? 0), 0];
        double[] upper = [.. planned.Select(point => point.EfficacyBound ?? 0)];
        double[] lower = [.. planned.SelectMany(point => new[] { point.FutilityBound ?? 0, point.HarmBound ?? 0 })];
        double most = Math.Max(statistics.Max(), Math.Min(upper.Max(), usual));
        double least = Math.Min(statistics.Min(), Math.Max(lower.Min(), -usual));
        return (Math.Floor(least - 0.3), Math.Ceiling(most + 0.3));
    }

    private static ChartTable TableOf(SequentialPathPoint[] points, LookShare[] shares)
    {
        string[] kinds = [.. shares.Select(share => share.What).Distinct()];
        return new ChartTable(
            ["Trial", "Look", "Information fraction", "Z", "Efficacy bound", "Futility bound", .. points.Any(point => point.HarmBound.HasValue) ? ["Bound for harm"] : Array.Empty<string>(), "Outcome", .. kinds.Select(kind => $"Share of all trials: {kind}")],
            [
                .. points.Select(point => (IReadOnlyList<string>)
                [
                    point.Replicate == 0 ? "as planned" : Figures.Count(point.Replicate),
                    point.Look,
                    Figures.Number(point.InformationFraction, 4),
                    TextOf(point.Z),
                    TextOf(point.EfficacyBound),
                    TextOf(point.FutilityBound),
                    .. points.Any(other => other.HarmBound.HasValue) ? [TextOf(point.HarmBound)] : Array.Empty<string>(),
                    BoundsLayers.WordsOf(point.Outcome),
                    .. kinds.Select(kind => point.Replicate == 0 && shares.FirstOrDefault(share => share.Look == point.Look && share.What == kind) is { } share ? Figures.Number(share.Value, 4) : Figures.Blank),
                ]),
            ]);
    }

    private static string TextOf(double? value) => value is double number ? Figures.Number(number, 4) : Figures.Blank;
}
