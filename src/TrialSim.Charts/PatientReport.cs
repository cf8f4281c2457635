using TrialSim.Charts.Reports;

namespace TrialSim.Charts;

/// <summary>The report of an analysis of patient data.</summary>
/// <param name="Data">Name of the data file.</param>
/// <param name="ProgramVersion">Version of the program.</param>
/// <param name="Description">What was read, a sentence each.</param>
/// <param name="Sections">What each method found.</param>
/// <param name="Pictures">What is drawn.</param>
/// <param name="Command">What gives the same analysis again.</param>
public sealed record PatientReport(
    string Data,
    string ProgramVersion,
    IReadOnlyList<string> Description,
    IReadOnlyList<PatientReportSection> Sections,
    IReadOnlyList<PatientPicture> Pictures,
    string Command)
{
    /// <summary><c>report.html</c> first, then a specification in <c>charts/</c> for each picture, such as <c>charts/kaplan-meier.vl.json</c>. The same analysis gives the same text.</summary>
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
    public IReadOnlyList<Chart> Charts() => [.. Pictures.Select(picture => picture.ChartOf(Data))];

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
