using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Costs;

namespace TrialSim.Cli.Costs;

/// <summary>Refuses what would never end, or has no room, before it starts.</summary>
internal static class CostCheck
{
    /// <summary>The option that starts it all the same.</summary>
    public const string AtAnyCost = "--at-any-cost";

    private static readonly (double Seconds, string One, string Many)[] Times =
    [
        (365.25 * 86_400, "year", "years"), (86_400, "day", "days"), (3_600, "hour", "hours"), (60, "minute", "minutes"), (1, "second", "seconds"),
    ];

    /// <summary>Refuses a command that would take more than <see cref="CostLimits"/> allow.</summary>
    /// <param name="cost">What it takes.</param>
    /// <param name="threads">Its threads.</param>
    /// <param name="folder">Where it writes.</param>
    /// <param name="limit">Whether the limits hold.</param>
    /// <exception cref="UserInputException">It takes more; the message says how much, what makes it so and what to write.</exception>
    public static void Require(RunCost cost, int threads, string folder, CostLimit limit)
    {
        if (limit == CostLimit.Holds && Excess(cost, threads, folder) is { Length: > 0 } excess)
        {
            throw new UserInputException($"{excess} Write less of that, or add {AtAnyCost} to start all the same.");
        }
    }

    /// <summary>Warns of a command that would be refused.</summary>
    public static void Warn(RunCost cost, int threads, string command, TerminalStreams streams)
    {
        if (Excess(cost, threads, ".") is { Length: > 0 } excess)
        {
            streams.Error.WriteLine($"warning: '{command}' will refuse it. {excess}");
        }
    }

    private static string Excess(RunCost cost, int threads, string folder)
    {
        double seconds = cost.ProcessorSeconds / threads;
        double memory = cost.MemoryBytes(threads);
        double room = CostLimits.DiskBytesIn(folder);
        string[] needs =
        [
            .. seconds > CostLimits.Days * 86_400 ? [$"{TimeText(seconds)} on {threads} {(threads == 1 ? "thread" : "threads")} (at most {CostLimits.Days} days are begun)"] : Array.Empty<string>(),
            .. memory > CostLimits.MemoryBytes ? [$"{BytesText(memory)} of memory ({BytesText(CostLimits.MemoryBytes)} are there)"] : Array.Empty<string>(),
            .. cost.DiskBytes > room ? [$"{BytesText(cost.DiskBytes)} of disk ({BytesText(room)} are free)"] : Array.Empty<string>(),
        ];
        return needs.Length == 0 ? "" : $"This would take about {string.Join(" and ", needs)}: it is {cost.Reason}.";
    }

    private static string TimeText(double seconds)
    {
        (double unit, string one, string many) = Times.First(time => seconds >= 2 * time.Seconds || time.Seconds == 1);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / unit:N0} {(Math.Round(seconds / unit) == 1 ? one : many)}");
    }

    private static string BytesText(double bytes) => bytes >= 1e13 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e12:N0} TB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N0} GB");
}
