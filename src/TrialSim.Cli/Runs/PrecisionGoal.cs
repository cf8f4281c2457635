using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Terminal;
using TrialSim.Model;
using TrialSim.Results;
using TrialSim.Results.Summary;

namespace TrialSim.Cli.Runs;

/// <summary>How exactly an operating characteristic is to be known: the half width of its 95 % Monte Carlo interval.</summary>
/// <param name="HalfWidth">In the unit of the characteristic.</param>
/// <param name="Subject">The characteristic.</param>
internal sealed record PrecisionGoal(double HalfWidth, CharacteristicName Subject)
{
    private const long FirstLook = 1000;
    private const double Step = 1.2;
    private const long Rounding = 100;

    /// <summary>The number of replicates at which it is looked at next: 1,000 and then each time a fifth more, in whole hundreds.</summary>
    public static long NextAfter(long replicates)
    {
        long next = FirstLook;
        while (next <= replicates)
        {
            next = (long)Math.Ceiling(next * Step / Rounding) * Rounding;
        }

        return next;
    }

    /// <summary>Whether it is known that exactly.</summary>
    public bool IsReachedBy(IEnumerable<OperatingCharacteristic> rows) => HalfWidthOf(rows) <= HalfWidth;

    /// <summary>The half width now; infinite where there is no interval yet.</summary>
    public double HalfWidthOf(IEnumerable<OperatingCharacteristic> rows) =>
        Subject.RowIn(rows) is { Lower: double lower, Upper: double upper } ? 0.5 * (upper - lower) : double.PositiveInfinity;

    /// <summary>Refuses a characteristic that the trial does not have.</summary>
    public void RequireIn(Trial trial)
    {
        IReadOnlyList<OperatingCharacteristic> rows = RunAccumulator.Blank(trial, []);
        if (Subject.RowIn(rows) is null)
        {
            throw new UserInputException($"{RunCommand.PrecisionOf}: {Subject.Missing(rows)}");
        }
    }

    /// <summary>Says what was reached.</summary>
    public void Print(RunSummary summary, TerminalStreams streams)
    {
        double reached = HalfWidthOf(summary.OperatingCharacteristics);
        string found = double.IsInfinity(reached)
            ? string.Create(CultureInfo.InvariantCulture, $"{Subject} has no interval after {summary.Manifest.Replicates:N0} replicates")
            : string.Create(CultureInfo.InvariantCulture, $"{Subject} is known to ±{reached:G3} after {summary.Manifest.Replicates:N0} replicates");
        streams.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Precision: {found}; {(reached <= HalfWidth ? $"±{HalfWidth:G3} was asked for" : $"±{HalfWidth:G3} was asked for, and not reached within --replicates")}."));
    }
}
