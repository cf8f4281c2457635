using System.Globalization;

namespace TrialSim.Results.Costs;

/// <summary>What a command would take beyond <see cref="CostLimits"/> and what there is.</summary>
public static class CostExcess
{
    private static readonly (double Seconds, string One, string Many)[] Times =
    [
        (365.25 * 86_400, "year", "years"), (86_400, "day", "days"), (3_600, "hour", "hours"), (60, "minute", "minutes"), (1, "second", "seconds"),
    ];

    /// <summary>A sentence with how much it is and what makes it so; empty where it is within the limits.</summary>
    /// <param name="cost">What the command takes.</param>
    /// <param name="threads">Its threads.</param>
    /// <param name="there">What there is.</param>
    public static string Of(RunCost cost, int threads, Capacity there)
    {
        double seconds = cost.ProcessorSeconds / threads;
        double memory = cost.MemoryBytes(threads);
        string[] needs =
        [
            .. seconds > CostLimits.Days * 86_400 ? [$"{TimeText(seconds)} on {threads} {(threads == 1 ? "thread" : "threads")} (nothing above {CostLimits.Days} days is started)"] : Array.Empty<string>(),
            .. memory > there.MemoryBytes ? [$"{BytesText(memory)} of memory ({BytesText(there.MemoryBytes)} are there)"] : Array.Empty<string>(),
            .. cost.DiskBytes > Math.Max(CostLimits.LeastDiskBytes, there.DiskBytes) ? [$"{BytesText(cost.DiskBytes)} of disk ({BytesText(there.DiskBytes)} are free)"] : Array.Empty<string>(),
        ];
        return needs.Length == 0 ? "" : $"This would take about {string.Join(" and ", needs)} because of {cost.Reason}.";
    }

    private static string TimeText(double seconds)
    {
        (double unit, string one, string many) = Times.First(time => seconds >= 2 * time.Seconds || time.Seconds == 1);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / unit:N0} {(Math.Round(seconds / unit) == 1 ? one : many)}");
    }

    private static string BytesText(double bytes)
    {
        (double unit, string name) = bytes switch
        {
            >= 1e13 => (1e12, "TB"),
            >= 1e10 => (1e9, "GB"),
            _ => (1e6, "MB"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / unit:N0} {name}");
    }
}
