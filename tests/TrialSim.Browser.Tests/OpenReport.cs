using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace TrialSim.Browser.Tests;

/// <summary>A report in a browser, with what it complained of and asked for.</summary>
/// <param name="Page">The page.</param>
/// <param name="Complaints">Errors and warnings of the console, and exceptions.</param>
/// <param name="Requests">What was asked of anybody but the file itself.</param>
/// <param name="Session">Tells how long the browser worked.</param>
public sealed record OpenReport(IPage Page, List<string> Complaints, List<string> Requests, ICDPSession Session) : IAsyncDisposable
{
    /// <summary>Opens a report.</summary>
    public static async Task<OpenReport> OfAsync(IPage page, Uri report)
    {
        List<string> complaints = [];
        List<string> requests = [];
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url != report.AbsoluteUri && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                requests.Add(request.Url);
            }
        };
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        await page.GotoAsync(report.AbsoluteUri);
        return new OpenReport(page, complaints, requests, session);
    }

    /// <summary>Waits until the charts on the screen are drawn, and says how long the page's thread has worked by then, in seconds, which do not count what others do on the machine.</summary>
    public Task<double> DrawnOnScreenAsync() => SecondsUntilAsync("['on screen', 'drawn'].includes(document.documentElement.dataset.charts)");

    /// <summary>The same for all charts.</summary>
    public Task<double> AllDrawnAsync() => SecondsUntilAsync("document.documentElement.dataset.charts === 'drawn'");

    private async Task<double> SecondsUntilAsync(string condition)
    {
        await Page.WaitForFunctionAsync(condition, null, new() { Timeout = 120_000 });
        JsonElement metrics = (await Session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return metrics.EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    /// <summary>A number that the page computes.</summary>
    public async Task<double> NumberAsync(string expression) => Convert.ToDouble(await Page.EvaluateAsync<object>(expression), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
