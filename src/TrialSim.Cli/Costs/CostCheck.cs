using TrialSim.Cli.Terminal;
using TrialSim.Results.Costs;

namespace TrialSim.Cli.Costs;

/// <summary>Refuses what would never end, or has no room, before it starts.</summary>
internal static class CostCheck
{
    /// <summary>The option that starts it all the same.</summary>
    public const string AtAnyCost = "--at-any-cost";

    /// <summary>Refuses a command that would take more than <see cref="CostLimits"/> allow.</summary>
    /// <param name="cost">What it takes.</param>
    /// <param name="threads">Its threads.</param>
    /// <param name="folder">Where it writes.</param>
    /// <param name="limit">Whether the limits hold.</param>
    /// <exception cref="UserInputException">It takes more; the message says how much, what makes it so and what to write.</exception>
    public static void Require(RunCost cost, int threads, string folder, CostLimit limit)
    {
        if (limit == CostLimit.Holds && CostExcess.Of(cost, threads, CapacityHere.In(folder)) is { Length: > 0 } excess)
        {
            throw new UserInputException($"{excess} Write less of that, or add {AtAnyCost} to start all the same.");
        }
    }

    /// <summary>Warns of a command that would be refused.</summary>
    public static void Warn(RunCost cost, int threads, string command, TerminalStreams streams)
    {
        if (CostExcess.Of(cost, threads, CapacityHere.In(".")) is { Length: > 0 } excess)
        {
            streams.Error.WriteLine($"warning: '{command}' will refuse it. {excess}");
        }
    }
}
