using TrialSim.Charts.Reports;
using TrialSim.Charts.Specs;

namespace TrialSim.Charts;

/// <summary>The report of fitted hazards.</summary>
/// <param name="Title">What was fitted to.</param>
/// <param name="ProgramVersion">Version of the program.</param>
/// <param name="Description">What was read and assumed, a sentence each.</param>
/// <param name="Sections">The tables.</param>
/// <param name="Curves">A chart each.</param>
/// <param name="TimeUnit">Unit of the times.</param>
/// <param name="Yaml">The hazards in the words of the scenario language.</param>
/// <param name="Command">What gives the same fits again.</param>
public sealed record FitReport(
    string Title,
    string ProgramVersion,
    IReadOnlyList<string> Description,
    IReadOnlyList<PatientReportSection> Sections,
    IReadOnlyList<FittedCurves> Curves,
    string TimeUnit,
    string Yaml,
    string Command)
{
    /// <summary><c>report.html</c> first, then the charts' specifications. The same fits give the same text.</summary>
    public IReadOnlyList<ReportFile> Files()
    {
        IReadOnlyList<Chart> charts = Charts();
        return
        [
            new ReportFile("report.html", Render(charts, ChartAssets.OfThisBuild)),
            .. charts.Select(chart => new ReportFile($"charts/{chart.Name}.vl.json", chart.Spec.ToJsonString(SpecJson.Options) + "\n")),
        ];
    }

    /// <summary>A chart for each of the <see cref="Curves"/>.</summary>
    public IReadOnlyList<Chart> Charts()
    {
        // Arms whose names differ only in letters that a file name cannot hold are told apart by their number.
        Chart[] charts = [.. Curves.Select(curves => FittedCurvesChart.Of(curves, TimeUnit))];
        return charts.Select(chart => chart.Name).Distinct().Count() == charts.Length
            ? charts
            : [.. charts.Select((chart, index) => chart with { Name = $"{chart.Name}-{index + 1}" })];
    }

    private string Render(IReadOnlyList<Chart> charts, ChartAssets assets) => ReportPage.Render(
        Title,
        ProgramVersion,
        Header(),
        ReportPage.ChartSection(charts, assets) + string.Concat(Sections.Select(ReportPage.MethodSection)) + Hazards() + ReportPage.Reproduction(Command, ProgramVersion),
        charts,
        assets);

    private string Header() => $"""
        <header>
        <p class="kicker">Hazards fitted to what is known</p>
        <h1>{Html.Escape(Title)}</h1>
        {string.Concat(Description.Select(sentence => $"<p class=\"story\">{Html.Escape(sentence)}</p>\n"))}</header>

        """;

    private string Hazards() => $"""
        <section aria-labelledby="hazards">
        <h2 id="hazards">Hazards to paste into a scenario</h2>
        <pre><code>{Html.Escape(Yaml)}</code></pre>
        </section>

        """;
}
