using TrialSim.Results;
using TrialSim.Statistics.Probability;

namespace TrialSim.Validation.Tests;

/// <summary>
/// Compares what a simulation gives with what it must give, and prints both. Exact shares have the exact binomial band, everything else
/// normal theory with the Monte Carlo errors of both sides.
/// </summary>
internal sealed class Agreement
{
    private readonly ITestOutputHelper _output;
    private readonly double _falseAlarm;
    private readonly double _critical;

    /// <summary>A correct simulation fails one comparison in a million.</summary>
    public Agreement(ITestOutputHelper output)
        : this(output, Normal.Quantile(1 - 0.5e-6))
    {
    }

    private Agreement(ITestOutputHelper output, double critical)
    {
        _output = output;
        _critical = critical;
        _falseAlarm = 2 * Normal.UpperTail(critical);
    }

    /// <summary>Class M of the validation cases: within four Monte Carlo standard errors, which a correct simulation leaves once in 16,000.</summary>
    public static Agreement WithinFourErrors(ITestOutputHelper output) => new(output, 4);

    /// <summary>A share of independent yes-or-no trials.</summary>
    public void Share(string what, long hits, long trials, Expected expected)
    {
        double share = (double)hits / trials;
        double error = Math.Sqrt(expected.Value * (1 - expected.Value) / trials);
        if (expected is { StandardError: 0, Rounding: 0 })
        {
            BinomialBand band = Binomial.Band(expected.Value, trials, _falseAlarm);
            string line = Print(what, share, error, expected);
            Assert.True(band.Contains(hits), $"{line}; {hits} of {trials} lies outside {band.Lowest}…{band.Highest}");
            return;
        }

        Mean(what, share, error, expected);
    }

    /// <summary>A mean over replicates.</summary>
    public void Mean(string what, OperatingCharacteristic got, Expected expected) =>
        Mean(what, got.Value!.Value, got.MonteCarloStandardError!.Value, expected);

    /// <summary>The mean of numbers that are independent of one another.</summary>
    public void Mean(string what, IReadOnlyCollection<double> numbers, Expected expected)
    {
        double mean = numbers.Average();
        double squares = numbers.Sum(number => (number - mean) * (number - mean));
        Mean(what, mean, Math.Sqrt(squares / (numbers.Count - 1) / numbers.Count), expected);
    }

    /// <summary>A mean with its Monte Carlo standard error.</summary>
    public void Mean(string what, double mean, double standardError, Expected expected)
    {
        double error = Math.Sqrt((standardError * standardError) + (expected.StandardError * expected.StandardError));
        string line = Print(what, mean, error, expected);
        Assert.True(Math.Abs(mean - expected.Value) <= (_critical * error) + expected.Rounding, line);
    }

    /// <summary>The logarithm of a geometric mean of hazard ratios.</summary>
    public void LogHazardRatio(string what, OperatingCharacteristic ratio, Expected expected) =>
        Mean($"{what}: log hazard ratio", Math.Log(ratio.Value!.Value), ratio.MonteCarloStandardError!.Value / ratio.Value.Value, expected);

    private string Print(string what, double got, double error, Expected expected)
    {
        double z = error == 0 ? 0 : (got - expected.Value) / error;
        string line = $"| {what} | {expected.Value:0.######} | {got:0.######} | {z:0.00} |";
        _output.WriteLine(line);
        return line;
    }
}
