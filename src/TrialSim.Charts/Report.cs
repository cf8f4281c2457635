using System.Globalization;
using TrialSim.Charts.Reports;
using TrialSim.Results;

namespace TrialSim.Charts;

/// <summary>
/// <c>report.html</c>: one file that holds a run's figures, its charts and what draws them. It loads nothing from anywhere, and its content security policy
/// forbids that it ever should.
/// </summary>
public static class Report
{
    /// <summary>The report of a run with all its charts. The same summary gives the same text.</summary>
    public static string Render(RunSummary summary) => Render(summary, ChartCatalogue.Of(summary), ChartAssets.OfThisBuild);

    /// <summary>The report with the given charts; where <paramref name="assets"/> are not bundled, with their tables and a sentence in their place.</summary>
    public static string Render(RunSummary summary, IReadOnlyList<Chart> charts, ChartAssets assets) => ReportPage.Render(
        summary.Manifest.Scenario,
        summary.Manifest.ProgramVersion,
        Header(summary),
        OverviewSection.Of(summary.OperatingCharacteristics) + OperatingCharacteristicsSection(summary) + ReportPage.ChartSection(charts, assets) + TargetSection.Of(summary.Targets) + FormulaSection.Of(summary.Formulas) + EverythingSection(summary) + ReproductionSection(summary.Manifest),
        charts,
        assets);

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
            {Description(manifest)}<dl class="facts">
            {ReportPage.Fact("Replicates (simulated trials)", Figures.Count(manifest.Replicates))}{ReportPage.Fact("Arms", Figures.Count(summary.Arms.Count))}{ReportPage.Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}{ReportPage.Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}</dl>
            {interruption}</header>

            """;
    }

    /// <summary>The first paragraph says what the trial is about; those that follow are smaller.</summary>
    private static string Description(Manifest manifest) => string.Concat(Prose.ParagraphsOf(manifest.Description)
        .Select((paragraph, index) => $"<p class=\"{(index == 0 ? "lead" : "story")}\">{Html.EscapeWithCode(paragraph)}</p>\n"));

    private static string OperatingCharacteristicsSection(RunSummary summary)
    {
        IReadOnlyList<OperatingCharacteristic> rows = summary.OperatingCharacteristics;
        string tables = Headline("Analyses", HeadlineTables.ByAnalysis(rows))
            + Headline("Arms", HeadlineTables.ByArm(rows))
            + Headline("Looks", HeadlineTables.ByLook(rows));
        string introduction = tables.Length > 0
            ? $"Each figure is an estimate over {Figures.Count(summary.Manifest.Replicates)} simulated trials ± its Monte Carlo standard error; beneath it is its 95 % "
                + "Monte Carlo interval. Both tell how far more replicates could still move the estimate, not how far one trial strays from the next."
            : "No replicate is finished, so there is nothing to tell yet.";
        return $"""
            <section aria-labelledby="results">
            <h2 id="results">What this trial would do</h2>
            <p>{introduction}</p>
            {tables}</section>

            """;
    }

    private static string Headline(string caption, HeadlineTable headline) => headline.Table.Rows.Count > 0
        ? Html.Table(headline.Table, caption, "headline") + Html.Key(headline.Key)
        : "";

    private static string EverythingSection(RunSummary summary) => summary.OperatingCharacteristics.Count == 0
        ? ""
        : $"""
            <section aria-labelledby="everything">
            <h2 id="everything">All operating characteristics</h2>
            <details>
            <summary>{Figures.Count(summary.OperatingCharacteristics.Count)} rows, as in operating-characteristics.csv</summary>
            {Html.Table(HeadlineTables.Everything(summary.OperatingCharacteristics), "All operating characteristics", "data")}</details>
            </section>

            """;

    private static string ReproductionSection(Manifest manifest)
    {
        string command = $"trialsim run scenario.yaml --seed {manifest.Seed.ToString(CultureInfo.InvariantCulture)} --replicates {manifest.ReplicatesRequested.ToString(CultureInfo.InvariantCulture)} --out again{string.Concat(manifest.Options.Select(option => $" {option}"))}";
        return $"""
            <section aria-labelledby="reproduce">
            <h2 id="reproduce">How to reproduce this</h2>
            <p>In the folder of this report, with the same version of TrialSim; the tables in the folder <code>again</code> will have the same bytes:</p>
            <pre><code>{Html.Escape(command)}</code></pre>
            <dl class="manifest">
            {ReportPage.Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}{ReportPage.Fact("Event calendar", manifest.Kernel)}{ReportPage.Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}{ReportPage.Fact("Replicates", $"{Figures.Count(manifest.Replicates)}, from number {Figures.Count(manifest.FirstReplicate)}")}{ReportPage.Fact("SHA-256 of resolved.yaml", manifest.ResolvedScenarioSha256)}</dl>
            </section>

            """;
    }
}
