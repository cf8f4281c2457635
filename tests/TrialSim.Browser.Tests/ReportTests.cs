using Microsoft.Playwright;

namespace TrialSim.Browser.Tests;

/// <summary>Reports as a reader has them before them.</summary>
public sealed class ReportTests(ReportsInBrowser reports) : IClassFixture<ReportsInBrowser>
{
    private const long MostBytes = 5_000_000;

    // 3.1 s for the 26 charts of three arms with ten times as many processes as cores, which slows processors too.
    private const double MostProcessorSeconds = 6;

    // 1.5 s where nothing else runs; 2.0 s beside a build, since neighbours slow processors too.
    private const double MostProcessorSecondsOnScreen = 4;

    [BrowserTheory, Trait("Source", "Property")]
    [MemberData(nameof(ReportsInBrowser.Scenarios), MemberType = typeof(ReportsInBrowser))]
    public async Task Report_Opened_DrawsEveryChartWithoutAComplaintOrARequest(string scenario)
    {
        await using OpenReport report = await reports.OpenAsync(scenario, 1440);
        double onScreen = await report.DrawnOnScreenAsync();
        double all = await report.AllDrawnAsync();

        Assert.Empty(report.Complaints);
        Assert.Empty(report.Requests);
        Assert.InRange(new FileInfo(reports.PathOf(scenario)).Length, 1, MostBytes);
        Assert.InRange(onScreen, 0.01, MostProcessorSecondsOnScreen);
        Assert.InRange(all, 0.01, MostProcessorSeconds);
        double charts = await report.NumberAsync("document.querySelectorAll('.chart').length");
        Assert.True(charts > 3, $"{charts} charts");
        Assert.Equal(charts, await report.NumberAsync("[...document.querySelectorAll('.chart svg.marks')].filter(svg => svg.querySelectorAll('path, line, text').length > 3 && svg.getBoundingClientRect().height > 40).length"));
        Assert.Equal(0, await report.NumberAsync("[...document.querySelectorAll('.chart svg text')].filter(text => /NaN|undefined|null/.test(text.textContent)).length"));
    }

    [BrowserTheory, Trait("Source", "Property")]
    [MemberData(nameof(ReportsInBrowser.Scenarios), MemberType = typeof(ReportsInBrowser))]
    public async Task Report_OnAPhoneAndOnADesk_FitsTheWidth(string scenario)
    {
        foreach (int width in new[] { 390, 1440 })
        {
            await using OpenReport report = await reports.OpenAsync(scenario, width, ColorScheme.Dark);
            await report.AllDrawnAsync();

            Assert.Equal(width, await report.NumberAsync("document.documentElement.scrollWidth"));
            string[] wider = await report.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('.chart')].filter(chart => chart.querySelector('svg.marks').getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(chart => chart.dataset.chart)");
            Assert.Empty(wider);
        }
    }

    [BrowserTheory, Trait("Source", "Property")]
    [MemberData(nameof(ReportsInBrowser.Scenarios), MemberType = typeof(ReportsInBrowser))]
    public async Task Chart_PointedAt_TellsItsValues(string scenario)
    {
        OpenReport report = await reports.ReadAsync(scenario);
        ILocator dot = report.Page.Locator("[data-chart='power'] svg.marks g.mark-symbol path").First;

        await dot.HoverAsync(new() { Force = true });

        ILocator tooltip = report.Page.Locator("#vg-tooltip-element.visible");
        await tooltip.WaitForAsync();
        Assert.Contains("Rejects (95 % interval)", await tooltip.InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserTheory, Trait("Source", "Property")]
    [MemberData(nameof(ReportsInBrowser.Scenarios), MemberType = typeof(ReportsInBrowser))]
    public async Task Chart_SavedAsPng_IsOne(string scenario)
    {
        OpenReport report = await reports.ReadAsync(scenario);
        await report.Page.Locator("[data-chart='design'] summary").ClickAsync();

        IDownload download = await report.Page.RunAndWaitForDownloadAsync(() => report.Page.Locator("[data-chart='design'] .vega-actions a", new() { HasText = "PNG" }).ClickAsync());

        Assert.Equal("design.png", download.SuggestedFilename);
        byte[] bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
        Assert.True(bytes.Length > 5_000);
        Assert.Empty(report.Complaints);
    }

    // What a screen reader and a keyboard need: one main part, headings that skip no level, a name for every region, a table with a caption behind each chart, links that lead somewhere.
    [BrowserTheory, Trait("Source", "Property")]
    [MemberData(nameof(ReportsInBrowser.Scenarios), MemberType = typeof(ReportsInBrowser))]
    public async Task Report_ForAScreenReader_HasLandmarksNamesAndTables(string scenario)
    {
        await using OpenReport report = await reports.OpenAsync(scenario, 1440); // The first stop of a keyboard is that of a page nobody has clicked on.
        await report.AllDrawnAsync();

        Assert.Equal(1, await report.NumberAsync("document.querySelectorAll('main').length"));
        Assert.Equal(1, await report.NumberAsync("document.querySelectorAll('h1').length"));
        Assert.Equal(0, await report.NumberAsync("[...document.querySelectorAll('h1, h2, h3')].map(h => Number(h.tagName[1])).filter((level, i, all) => i > 0 && level > all[i - 1] + 1).length"));
        Assert.Equal(0, await report.NumberAsync("[...document.querySelectorAll('nav a')].filter(a => !document.getElementById(a.hash.slice(1))).length"));
        Assert.Equal(0, await report.NumberAsync("[...document.querySelectorAll('section, [role=region]')].filter(part => !part.ariaLabel && !document.getElementById(part.getAttribute('aria-labelledby'))?.textContent).length"));
        Assert.Equal(0, await report.NumberAsync("[...document.querySelectorAll('figure')].filter(figure => !figure.querySelector('details table caption')?.textContent || figure.querySelectorAll('details tbody tr').length === 0).length"));
        Assert.Equal(0, await report.NumberAsync("[...document.querySelectorAll('.chart')].filter(chart => !chart.querySelector('[aria-label]:not(svg *)') && !chart.ariaLabel).length"));
        Assert.Equal(0, await report.NumberAsync("[...document.querySelectorAll('[id]')].filter((one, i, all) => all.findIndex(other => other.id === one.id) !== i).length"));
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("a", await report.Page.EvaluateAsync<string>("document.activeElement.localName"));
    }

    // In the order of ADEMP, and with what a reviewer of a simulation asks for.
    [BrowserTheory, Trait("Source", "ByHand")]
    [MemberData(nameof(ReportsInBrowser.Scenarios), MemberType = typeof(ReportsInBrowser))]
    public async Task Report_Sections_FollowAdemp(string scenario)
    {
        OpenReport report = await reports.ReadAsync(scenario);

        string[] sections = await report.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main h2')].map(h => h.id)");
        Assert.Equal(["aims", "data-generation", "estimands", "methods", "performance", "examples", "everything", "reproduce"], sections);
        string[] parts = await report.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main h3[id]')].map(h => h.id)");
        Assert.Contains("assumptions", parts);
        Assert.Contains("type-i-error", parts);
        Assert.Contains("sensitivity", parts);
        Assert.Equal("data-generation", await report.Page.EvaluateAsync<string>("document.getElementById('design').closest('section').querySelector('h2').id"));
        Assert.Contains("vega-lite", await report.Page.Locator("#reproduce ~ dl").InnerTextAsync(), StringComparison.Ordinal);
    }
}
