using System.Globalization;
using System.Text.Json;
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
    public static string Render(RunSummary summary, IReadOnlyList<Chart> charts, ChartAssets assets) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:">
        <meta name="generator" content="TrialSim {Html.Escape(Revision.Shorten(summary.Manifest.ProgramVersion))}">
        <title>{Html.Escape(summary.Manifest.Scenario)} · TrialSim</title>
        <style>
        {ChartAssets.TextOf("report.css")}</style>
        </head>
        <body>
        {Header(summary)}<main>
        {OperatingCharacteristicsSection(summary)}{ChartSection(charts, assets)}{EverythingSection(summary)}{ReproductionSection(summary.Manifest)}</main>
        {Footer(charts, assets)}{Scripts(charts, assets)}</body>
        </html>

        """;

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
            {Fact("Replicates (simulated trials)", Figures.Count(manifest.Replicates))}{Fact("Arms", Figures.Count(summary.Arms.Count))}{Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}{Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}</dl>
            {interruption}</header>

            """;
    }

    /// <summary>The first paragraph says what the trial is about; those that follow are smaller.</summary>
    private static string Description(Manifest manifest) => string.Concat(Prose.ParagraphsOf(manifest.Description)
        .Select((paragraph, index) => $"<p class=\"{(index == 0 ? "lead" : "story")}\">{Html.Escape(paragraph)}</p>\n"));

    private static string Fact(string name, string value) => $"<div><dt>{Html.Escape(name)}</dt><dd>{Html.Escape(value)}</dd></div>\n";

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

    private static string ChartSection(IReadOnlyList<Chart> charts, ChartAssets assets)
    {
        if (charts.Count == 0)
        {
            return "";
        }

        string how = assets.IsBundled
            ? "<p class=\"hint\">Point at a chart to read its values. The menu at its corner saves it as SVG or PNG. Its figures are in the table beneath it.</p>\n"
                + "<noscript><p class=\"notice\">The charts are drawn by JavaScript, which is off in this browser. Their tables are below.</p></noscript>\n"
            : "<p class=\"notice\" role=\"note\">This report has no pictures, because TrialSim was built without Node.js. Install Node.js 20 or later with npm, "
                + "build TrialSim again and repeat the run; the tables are complete.</p>\n";
        return $"""
            <section aria-labelledby="charts">
            <h2 id="charts">Charts</h2>
            {how}{string.Concat(charts.Select(Figure))}</section>

            """;
    }

    private static string Figure(Chart chart) => $"""
        <figure id="{Html.Escape(chart.Name)}">
        <h3>{Html.Escape(chart.Title)}</h3>
        <div class="chart" data-chart="{Html.Escape(chart.Name)}"></div>
        <figcaption>{Html.Escape(chart.Description)}</figcaption>
        <details>
        <summary>Table: {Html.Escape(chart.Title)}</summary>
        {Html.Table(chart.Table, chart.Title, "data")}</details>
        </figure>

        """;

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
        string command = $"trialsim run scenario.yaml --seed {manifest.Seed.ToString(CultureInfo.InvariantCulture)} --replicates {manifest.ReplicatesRequested.ToString(CultureInfo.InvariantCulture)} --out again";
        return $"""
            <section aria-labelledby="reproduce">
            <h2 id="reproduce">How to reproduce this</h2>
            <p>In the folder of this report, with the same version of TrialSim; the tables in the folder <code>again</code> will have the same bytes:</p>
            <pre><code>{Html.Escape(command)}</code></pre>
            <dl class="manifest">
            {Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}{Fact("Event calendar", manifest.Kernel)}{Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}{Fact("Replicates", $"{Figures.Count(manifest.Replicates)}, from number {Figures.Count(manifest.FirstReplicate)}")}{Fact("SHA-256 of resolved.yaml", manifest.ResolvedScenarioSha256)}</dl>
            </section>

            """;
    }

    private static string Footer(IReadOnlyList<Chart> charts, ChartAssets assets) => assets.IsBundled && charts.Count > 0
        ? $"""
            <footer>
            <details>
            <summary>Licences of the software inside this page</summary>
            <pre class="notices">{Html.Escape(assets.Notices)}</pre>
            </details>
            </footer>

            """
        : "";

    private static string Scripts(IReadOnlyList<Chart> charts, ChartAssets assets) => assets.IsBundled && charts.Count > 0
        ? $"""
            {string.Concat(charts.Select(Specification))}<script>
            {assets.Runtime}</script>
            <script>
            {ChartAssets.TextOf("report.js")}</script>

            """
        : "";

    private static string Specification(Chart chart) =>
        $"<script type=\"application/json\" id=\"spec-{Html.Escape(chart.Name)}\">{JsonSerializer.Serialize(chart.Spec, SpecJson.Options)}</script>\n";
}
