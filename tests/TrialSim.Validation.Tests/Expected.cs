using TrialSim.Results;

namespace TrialSim.Validation.Tests;

/// <summary>What a correct simulation must give, and how well that is known.</summary>
/// <param name="Value">The value, in the unit of what is compared.</param>
/// <param name="StandardError">Its own Monte Carlo standard error; 0 for an exact value.</param>
/// <param name="Rounding">Half the last printed digit of a value that was rounded more coarsely than matters; else 0.</param>
internal readonly record struct Expected(double Value, double StandardError, double Rounding)
{
    /// <summary>A closed form or an integral.</summary>
    public static Expected Exact(double value) => new(value, 0, 0);

    /// <summary>The estimate of another simulation.</summary>
    public static Expected Simulated(double value, double standardError) => new(value, standardError, 0);

    /// <summary>The mean of another simulation whose spread is ours and was not printed.</summary>
    /// <param name="value">Its mean.</param>
    /// <param name="ours">The same quantity here, for the spread of one trial.</param>
    /// <param name="trials">How many trials it was the mean of.</param>
    public static Expected SimulatedMean(double value, OperatingCharacteristic ours, long trials) =>
        new(value, ours.MonteCarloStandardError!.Value * Math.Sqrt((double)ours.Replicates / trials), 0);

    /// <summary>The same, known to half a last digit only.</summary>
    public Expected RoundedTo(double lastDigit) => this with { Rounding = 0.5 * lastDigit };

    /// <summary>The expected share of a simulation of so many trials.</summary>
    public static Expected SimulatedShare(double value, long trials) => new(value, Math.Sqrt(value * (1 - value) / trials), 0);
}
