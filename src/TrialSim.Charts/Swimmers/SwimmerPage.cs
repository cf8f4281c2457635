using TrialSim.Charts.Reports;

namespace TrialSim.Charts.Swimmers;

/// <summary>A page with one chart of courses, which needs no network.</summary>
public static class SwimmerPage
{
    /// <summary>The HTML. The same picture gives the same text.</summary>
    /// <param name="chart">The chart, by <see cref="SwimmerChart"/>.</param>
    /// <param name="programVersion">Version of the program.</param>
    /// <param name="command">What gives the same page again.</param>
    public static string Of(Chart chart, string programVersion, string command)
    {
        ChartAssets assets = ChartAssets.OfThisBuild;
        string header = $"""
            <header>
            <p class="kicker">Virtual patients, recreated from the seed</p>
            <h1>{Html.Escape(chart.Title)}</h1>
            </header>

            """;
        return ReportPage.Render(chart.Title, programVersion, header, ReportPage.ChartSection([chart], assets) + ReportPage.Reproduction(command, programVersion), [chart], assets);
    }
}
