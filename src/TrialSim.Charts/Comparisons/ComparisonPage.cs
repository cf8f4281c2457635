using System.Globalization;
using TrialSim.Charts.Reports;
using TrialSim.Results;
using TrialSim.Results.Comparisons;
using TrialSim.Results.Folder;

namespace TrialSim.Charts.Comparisons;

/// <summary><c>report.html</c> of a comparison, and its charts.</summary>
public static class ComparisonPage
{
    private const int MostRows = 400;
    private const int MostAlone = 100;

    /// <summary><c>report.html</c> first, then <c>charts/&lt;name&gt;.vl.json</c>. The same summary gives the same text.</summary>
    /// <param name="summary">What is shown.</param>
    /// <param name="programVersion">Version of the program that compared.</param>
    /// <param name="command">What gives the same comparison again.</param>
    public static IReadOnlyList<ReportFile> Files(ComparisonSummary summary, string programVersion, string command)
    {
        Chart[] charts = [.. DifferenceChart.AllOf(summary)];
        return ReportFiles.Of(Render(summary, programVersion, command, charts, ChartAssets.OfThisBuild), charts);
    }

    private static string Render(ComparisonSummary summary, string programVersion, string command, IReadOnlyList<Chart> charts, ChartAssets assets) => ReportPage.Render(
        $"{summary.FirstName} and {summary.SecondName}",
        programVersion,
        Header(summary),
        [
            new ReportSection("scenarios", "How the scenarios differ", Scenarios(summary)),
            new ReportSection("differences", "What differs in the results", Differences(summary)),
            new ReportSection("charts", "Charts", ReportPage.Figures(charts)),
            new ReportSection("alone", "What one of them has alone", Alone(summary)),
            new ReportSection("reproduce", "How to reproduce this", Reproduction(summary, programVersion, command)),
        ],
        charts,
        assets);

    private static string Header(ComparisonSummary summary) => $"""
        <header>
        <p class="kicker">Two {(summary.Keys.Count > 0 ? "sweeps" : "simulated clinical trials")} compared</p>
        <h1>{Html.Escape(summary.FirstName)} and {Html.Escape(summary.SecondName)}</h1>
        <p class="lead">All differences are {Html.Escape(summary.SecondName)} less {Html.Escape(summary.FirstName)}.</p>
        <dl class="facts">
        {FactOf(summary.FirstName, summary.First)}{FactOf(summary.SecondName, summary.Second)}</dl>
        </header>

        """;

    private static string FactOf(string name, Manifest manifest) => ReportPage.Fact(
        name, string.Create(CultureInfo.InvariantCulture, $"{(manifest.Cells is int cells ? $"{cells:N0} cells of " : "")}{manifest.Replicates:N0} replicates, seed {manifest.Seed}"));

    private static string Scenarios(ComparisonSummary summary) => summary.Scenarios.Count == 0
        ? "<p>They do not differ.</p>\n"
        : "<p>Keys of the resolved scenarios whose values differ.</p>\n" + Html.Table(
            new ChartTable(["Key", summary.FirstName, summary.SecondName], [.. summary.Scenarios.Select(key => (IReadOnlyList<string>)[key.Key, key.First, key.Second])]), "Keys that differ", "data");

    private static string Differences(ComparisonSummary summary)
    {
        ComparedRow[] told = [.. summary.Told];
        string which = told.Length > MostRows ? string.Create(CultureInfo.InvariantCulture, $" The first {MostRows} of {told.Length:N0}.") : "";
        return $"<p>{Html.Escape(summary.Pairing)}</p>\n<p>± is the Monte Carlo standard error.{which} Everything is in <code>{ResultsFiles.Comparison}</code>.</p>\n" + (told.Length == 0 ? "<p>They have no figure in common.</p>\n" : Html.Table(
            new ChartTable(
                ["Figure", summary.FirstName, summary.SecondName, "Difference (95 % interval)", "Times smaller error"],
                [
                    .. told.Take(MostRows).Select(row => (IReadOnlyList<string>)
                    [
                        ComparisonText.NameOf(summary, row),
                        Figures.EstimateAndError(row.First!),
                        Figures.EstimateAndError(row.Second!),
                        ComparisonText.DifferenceOf(row, ComparisonText.DecimalsOf(row.Row.Unit)) + IntervalOf(row),
                        row.Paired?.TimesSmaller is double times ? Figures.Number(times, 1) : Figures.Blank,
                    ]),
                ]),
            "Differences",
            "headline"));
    }

    private static string IntervalOf(ComparedRow row)
    {
        int decimals = ComparisonText.DecimalsOf(row.Row.Unit);
        return row.Lower is double lower && row.Upper is double upper && row.Error > 0 ? $"\n{Figures.Number(lower, decimals)} to {Figures.Number(upper, decimals)}" : "";
    }

    private static string Alone(ComparisonSummary summary)
    {
        ComparedRow[] alone = [.. summary.Rows.Where(row => row.First is null || row.Second is null)];
        string which = alone.Length > MostAlone ? string.Create(CultureInfo.InvariantCulture, $"<p>The first {MostAlone} of {alone.Length:N0}; all are in <code>{ResultsFiles.Comparison}</code>.</p>\n") : "";
        return alone.Length == 0 ? "" : which + Html.Table(
            new ChartTable(
                ["Figure", summary.FirstName, summary.SecondName],
                [
                    .. alone.Take(MostAlone).Select(row => (IReadOnlyList<string>)
                    [
                        ComparisonText.NameOf(summary, row), row.First is null ? Figures.Blank : Figures.EstimateAndError(row.First), row.Second is null ? Figures.Blank : Figures.EstimateAndError(row.Second),
                    ]),
                ]),
            "What one of them has alone",
            "data");
    }

    private static string Reproduction(ComparisonSummary summary, string programVersion, string command) => $"""
        <p>With both results folders in their places:</p>
        <pre><code>{Html.Escape(command)}</code></pre>
        <dl class="manifest">
        {ReportPage.Fact("TrialSim", Revision.Shorten(programVersion))}{ReportPage.Fact($"TrialSim of {summary.FirstName}", Revision.Shorten(summary.First.ProgramVersion))}{ReportPage.Fact($"TrialSim of {summary.SecondName}", Revision.Shorten(summary.Second.ProgramVersion))}{ReportPage.Fact($"SHA-256 of resolved.yaml, {summary.FirstName}", summary.First.ResolvedScenarioSha256)}{ReportPage.Fact($"SHA-256 of resolved.yaml, {summary.SecondName}", summary.Second.ResolvedScenarioSha256)}</dl>

        """;
}
