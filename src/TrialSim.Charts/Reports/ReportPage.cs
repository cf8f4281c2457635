using System.Text.Json;

namespace TrialSim.Charts.Reports;

/// <summary>What every report is: a page that holds its charts and what draws them, and may load nothing from anywhere.</summary>
internal static class ReportPage
{
    /// <summary>The page.</summary>
    /// <param name="title">Title of the browser's window.</param>
    /// <param name="programVersion">Version of the program.</param>
    /// <param name="header">HTML of the header.</param>
    /// <param name="main">HTML of what follows; <see cref="ChartSection"/> is part of it.</param>
    /// <param name="charts">The charts of <paramref name="main"/>.</param>
    /// <param name="assets">What draws them.</param>
    public static string Render(string title, string programVersion, string header, string main, IReadOnlyList<Chart> charts, ChartAssets assets) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:">
        <meta name="generator" content="TrialSim {Html.Escape(Revision.Shorten(programVersion))}">
        <title>{Html.Escape(title)} · TrialSim</title>
        <style>
        {ChartAssets.TextOf("report.css")}</style>
        </head>
        <body>
        {header}<main>
        {main}</main>
        {Footer(charts, assets)}{Scripts(charts, assets)}</body>
        </html>

        """;

    /// <summary>The page of several sections, with a table of contents.</summary>
    /// <param name="title">Title of the browser's window.</param>
    /// <param name="programVersion">Version of the program.</param>
    /// <param name="header">HTML of the header.</param>
    /// <param name="sections">The sections, which hold <paramref name="charts"/>.</param>
    /// <param name="charts">The charts.</param>
    /// <param name="assets">What draws them.</param>
    public static string Render(string title, string programVersion, string header, IReadOnlyList<ReportSection> sections, IReadOnlyList<Chart> charts, ChartAssets assets) =>
        Render(title, programVersion, header + Contents(sections), Hint(charts, assets) + string.Concat(sections.Select(section => section.Html)), charts, assets);

    /// <summary>The charts, each with its table; where <paramref name="assets"/> are not bundled, with a sentence in the pictures' place.</summary>
    public static string ChartSection(IReadOnlyList<Chart> charts, ChartAssets assets)
    {
        if (charts.Count == 0)
        {
            return "";
        }

        return new ReportSection("charts", "Charts", Hint(charts, assets) + Figures(charts)).Html;
    }

    /// <summary>The charts of a section, each with its table.</summary>
    public static string Figures(IEnumerable<Chart> charts) => string.Concat(charts.Select(Figure));

    private static string Hint(IReadOnlyList<Chart> charts, ChartAssets assets) => charts.Count == 0 ? ""
        : assets.IsBundled
            ? "<p class=\"hint\">Point at a chart to read its values. The menu at its corner saves it as SVG or PNG. Its figures are in the table beneath it.</p>\n"
                + "<noscript><p class=\"notice\">The charts are drawn by JavaScript, which is off in this browser. Their tables are below.</p></noscript>\n"
            : "<p class=\"notice\" role=\"note\">This report has no pictures, because TrialSim was built without Node.js. Install Node.js 20 or later with npm, "
                + "build TrialSim again and repeat the run; the tables are complete.</p>\n";

    private static string Contents(IReadOnlyList<ReportSection> sections) => $"""
        <nav aria-label="Contents">
        <ol>
        {string.Concat(sections.Where(section => section.Body.Length > 0).Select(section => $"<li><a href=\"#{section.Id}\">{Html.Escape(section.Title)}</a></li>\n"))}</ol>
        </nav>

        """;

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

    /// <summary>What one method found: its tables and notes.</summary>
    public static string MethodSection(PatientReportSection section, int index) => $"""
        <section aria-labelledby="method-{index + 1}">
        <h2 id="method-{index + 1}">{Html.Escape(section.Heading)}</h2>
        {string.Concat(section.Tables.Select(table => Html.Table(table.Table, table.Caption, table.Caption == section.Heading ? "headline titled" : "headline")))}{string.Concat(section.Notes.Select(note => $"<p class=\"hint\">{Html.Escape(note)}</p>\n"))}</section>

        """;

    /// <summary>The command that gives the same page again.</summary>
    public static string Reproduction(string command, string programVersion) => $"""
        <section aria-labelledby="reproduce">
        <h2 id="reproduce">How to reproduce this</h2>
        <p>With the same data and the same version of TrialSim:</p>
        <pre><code>{Html.Escape(command)}</code></pre>
        <dl class="manifest">
        {Fact("TrialSim", Revision.Shorten(programVersion))}</dl>
        </section>

        """;

    /// <summary>A name and its value in the header.</summary>
    public static string Fact(string name, string value) => $"<div><dt>{Html.Escape(name)}</dt><dd>{Html.Escape(value)}</dd></div>\n";

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
