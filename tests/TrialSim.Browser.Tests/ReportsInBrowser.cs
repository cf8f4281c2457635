using Microsoft.Playwright;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Browser.Tests;

/// <summary>A browser, and the reports of three scenarios: with a protocol, with published figures, with bounds over two looks. Made once for all tests.</summary>
public sealed class ReportsInBrowser : IAsyncLifetime, IDisposable
{
    private static readonly string[] Names = ["three-arm-tace", "sorafenib-tace-rfa-trial-direct", "demo-interim"];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _reports = [];
    private readonly Dictionary<string, OpenReport> _read = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The scenarios.</summary>
    public static TheoryData<string> Scenarios => [.. Names];

    public async Task InitializeAsync()
    {
        if (Chromium.Program.Length == 0)
        {
            return;
        }

        foreach (string scenario in Names)
        {
            string results = _folder.PathOf(scenario);
            CommandLine run = await CommandLine.RunAsync("run", Repository.PathOf("scenarios", $"{scenario}.yaml"), "--replicates", "200", "--with-null", "--out", results);
            Assert.Equal(0, run.ExitCode);
            _reports[scenario] = Path.Combine(results, "report.html");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Path of a report.</summary>
    public string PathOf(string scenario) => _reports[scenario];

    /// <summary>A page with the report of a scenario.</summary>
    public async Task<OpenReport> OpenAsync(string scenario, int width, ColorScheme colours = ColorScheme.Light)
    {
        IPage page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours, AcceptDownloads = true });
        return await OpenReport.OfAsync(page, new Uri(PathOf(scenario)));
    }

    /// <summary>The page with the report of a scenario on a desk, opened once for all tests that only read it.</summary>
    public async Task<OpenReport> ReadAsync(string scenario)
    {
        if (!_read.TryGetValue(scenario, out OpenReport? report))
        {
            report = await OpenAsync(scenario, 1440);
            await report.AllDrawnAsync();
            _read.Add(scenario, report);
        }

        return report;
    }
}
