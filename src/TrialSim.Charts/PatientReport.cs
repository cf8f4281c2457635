using TrialSim.Charts.Reports;
using TrialSim.Charts.Specs;
using TrialSim.Results.Data;

namespace TrialSim.Charts;

/// <summary>The report of an analysis of patient data.</summary>
/// <param name="Data">Name of the data file.</param>
/// <param name="ProgramVersion">Version of the program.</param>
/// <param name="Description">What was read, a sentence each.</param>
/// <param name="Sections">What each method found.</param>
/// <param name="Curves">Kaplan–Meier curves, the control first; empty for no chart.</param>
/// <param name="TimeUnit">What a unit of time is called; empty where nobody said.</param>
/// <param name="EventName">What the event is called.</param>
/// <param name="Confidence">Confidence of the bands.</param>
/// <param name="Command">What gives the same analysis again.</param>
public sealed record PatientReport(
    string Data,
    string ProgramVersion,
    IReadOnlyList<string> Description,
    IReadOnlyList<PatientReportSection> Sections,
    IReadOnlyList<PatientCurve> Curves,
    string TimeUnit,
    string EventName,
    double Confidence,
    string Command)
{
    /// <summary>Turnbull curves, the control first; empty for no chart.</summary>
    public IReadOnlyList<IntervalCurve> IntervalCurves { get; init; } = [];

    /// <summary><c>report.html</c> first, then <c>charts/kaplan-meier.vl.json</c> or <c>charts/turnbull.vl.json</c> where there are curves. The same analysis gives the same text.</summary>
    public IReadOnlyList<ReportFile> Files()
    {
        IReadOnlyList<Chart> charts = Charts();
        return
        [
            new ReportFile("report.html", Render(charts, ChartAssets.OfThisBuild)),
            .. charts.Select(chart => new ReportFile($"charts/{chart.Name}.vl.json", chart.Spec.ToJsonString(SpecJson.Options) + "\n")),
        ];
    }

    /// <summary>The charts of the report.</summary>
    public IReadOnlyList<Chart> Charts() =>
    [
        .. Curves.Count == 0 ? Array.Empty<Chart>() : [PatientSurvivalChart.Of(this)],
        .. IntervalCurves.Count == 0 ? Array.Empty<Chart>() : [IntervalSurvivalChart.Of(this)],
    ];

    private string Render(IReadOnlyList<Chart> charts, ChartAssets assets) => ReportPage.Render(
        Data,
        ProgramVersion,
        Header(),
        ReportPage.ChartSection(charts, assets) + string.Concat(Sections.Select(ReportPage.MethodSection)) + ReportPage.Reproduction(Command, ProgramVersion),
        charts,
        assets);

    private string Header() => $"""
        <header>
        <p class="kicker">Analysis of patient data</p>
        <h1>{Html.Escape(Data)}</h1>
        {string.Concat(Description.Select(sentence => $"<p class=\"story\">{Html.Escape(sentence)}</p>\n"))}</header>

        """;
}
