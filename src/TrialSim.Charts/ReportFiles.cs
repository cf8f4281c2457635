using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Folder;

namespace TrialSim.Charts;

/// <summary>The files of a run that show its results: the report, and each chart's specification.</summary>
public static class ReportFiles
{
    /// <summary>How the name of a file ends that holds the specification of a chart.</summary>
    public const string ChartEnding = ".vl.json";

    /// <summary>The text of that file; where the data are those of a result file, it says of which.</summary>
    public static string TextOf(Chart chart)
    {
        JsonObject spec = chart.Spec;
        if (chart.Source.Length > 0)
        {
            spec = spec.DeepClone().AsObject();
            spec["usermeta"] = new JsonObject { ["source"] = chart.Source };
        }

        return spec.ToJsonString(SpecJson.Options) + "\n";
    }

    /// <summary><c>report.html</c> first, then <c>charts/&lt;name&gt;.vl.json</c>. The same summary gives the same text.</summary>
    public static IReadOnlyList<ReportFile> Of(RunSummary summary)
    {
        IReadOnlyList<Chart> charts = ChartCatalogue.Of(summary);
        return Of(Report.Render(summary, charts, ChartAssets.OfThisBuild), charts);
    }

    /// <summary>The same of a page that is there, and its charts.</summary>
    internal static IReadOnlyList<ReportFile> Of(string page, IEnumerable<Chart> charts) =>
        [new ReportFile(ResultsFiles.Report, page), .. charts.Select(chart => new ReportFile($"{ResultsFiles.Charts}/{chart.Name}{ChartEnding}", TextOf(chart)))];
}
