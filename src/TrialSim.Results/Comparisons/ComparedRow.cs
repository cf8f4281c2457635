using TrialSim.Results.Sweeps;

namespace TrialSim.Results.Comparisons;

/// <summary>A row of <c>compare.csv</c>: an operating characteristic of two results.</summary>
/// <param name="Values">Of sweeps the values of the varied keys in the cell; none of runs.</param>
/// <param name="First">The row of the first results; null where they have none.</param>
/// <param name="Second">The row of the second; null where they have none.</param>
public sealed record ComparedRow(IReadOnlyList<string> Values, OperatingCharacteristic? First, OperatingCharacteristic? Second)
{
    /// <summary>One of the two, for what it is about.</summary>
    public OperatingCharacteristic Row => First ?? Second!;

    /// <summary>Where replicates could be set against each other one by one, their difference; null where they could not.</summary>
    public CellDifference? Paired { get; init; }

    /// <summary>The second value less the first; null where one of the two is not known.</summary>
    public double? Difference => Second?.Value - First?.Value;

    /// <summary>Its Monte Carlo standard error: of replicates one by one, or else of two independent figures; null where it is not known.</summary>
    public double? Error => Paired?.Error ?? IndependentError;

    /// <summary>The error that it would have of independent figures.</summary>
    public double? IndependentError => First?.MonteCarloStandardError is double first && Second?.MonteCarloStandardError is double second ? Math.Sqrt((first * first) + (second * second)) : null;

    /// <summary>Lower end of its 95 % Monte Carlo interval.</summary>
    public double? Lower => Difference - (Summary.Share.NormalQuantile975 * Error);

    /// <summary>Upper end.</summary>
    public double? Upper => Difference + (Summary.Share.NormalQuantile975 * Error);
}
