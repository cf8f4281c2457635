using System.Globalization;
using TrialSim.Charts.Reports;
using TrialSim.Results;

namespace TrialSim.Charts;

/// <summary>
/// <c>report.html</c>: one file that holds a run's figures, its charts and what draws them. It loads nothing from anywhere, and its content security policy
/// forbids that it ever should. Its order is that of ADEMP (Morris, White and Crowther 2019, Statistics in Medicine 38:2074): aims, data-generating mechanism, estimands, methods, performance measures.
/// </summary>
public static class Report
{
    /// <summary>The report of a run with all its charts. The same summary gives the same text.</summary>
    public static string Render(RunSummary summary) => Render(summary, ChartCatalogue.Of(summary), ChartAssets.OfThisBuild);

    /// <summary>The report with the given charts; where <paramref name="assets"/> are not bundled, with their tables and a sentence in their place.</summary>
    public static string Render(RunSummary summary, IReadOnlyList<Chart> charts, ChartAssets assets)
    {
        ILookup<ReportPart, Chart> parts = charts.ToLookup(chart => chart.Part);
        return ReportPage.Render(
            summary.Manifest.Scenario,
            summary.Manifest.ProgramVersion,
            Header(summary),
            [
                DesignSections.Aims(summary),
                DesignSections.DataGeneration(summary, parts[ReportPart.DataGeneration]),
                DesignSections.Estimands(summary),
                DesignSections.Methods(summary, parts[ReportPart.Methods]),
                PerformanceSection.Of(summary, parts[ReportPart.Performance]),
                ExamplesSection.Of(summary, [.. parts[ReportPart.Examples]]),
                PerformanceSection.Everything(summary),
                ReproductionSection.Of(summary.Manifest, assets),
            ],
            charts,
            assets);
    }

    private static string Header(RunSummary summary)
    {
        Manifest manifest = summary.Manifest;
        string interruption = manifest.Replicates < manifest.ReplicatesRequested
            ? $"<p class=\"notice\" role=\"note\">The run was interrupted: {Figures.Count(manifest.Replicates)} of {Figures.Count(manifest.ReplicatesRequested)} "
                + "replicates are finished, and everything below is about those.</p>\n"
            : "";
        return $"""
            <header>
            <p class="kicker">Simulated clinical trial</p>
            <h1>{Html.Escape(manifest.Scenario)}</h1>
            <dl class="facts">
            {ReportPage.Fact("Replicates (simulated trials)", Figures.Count(manifest.Replicates))}{ReportPage.Fact("Arms", Figures.Count(summary.Arms.Count))}{ReportPage.Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}{ReportPage.Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}</dl>
            {KeyFacts.Of(summary)}{interruption}</header>

            """;
    }
}
