namespace TrialSim.Results.Sweeps;

/// <summary>
/// A row of <c>sensitivity.csv</c>: a figure at one level of what a sweep varies, as the mean over all levels of everything else, and how far that is from the first level.
/// </summary>
/// <param name="Factor">The key, or the keys that move together.</param>
/// <param name="Level">Index of the level in <see cref="SweepFactor.Levels"/>.</param>
/// <param name="Label">The level's value.</param>
/// <param name="Row">What is averaged: analysis, arm, measure, unit; its figures are those of one cell.</param>
/// <param name="Cells">Cells at the level that have the figure.</param>
/// <param name="Value">The mean over them; null where there are none.</param>
/// <param name="Error">Its Monte Carlo standard error; null where it is not known.</param>
public sealed record Sensitivity(string Factor, int Level, string Label, OperatingCharacteristic Row, int Cells, double? Value, double? Error)
{
    /// <summary>Lower end of the 95 % Monte Carlo interval of the value.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end.</summary>
    public double? Upper { get; init; }

    /// <summary>The value less that at the first level; null at that.</summary>
    public double? Difference { get; init; }

    /// <summary>Its Monte Carlo standard error, paired by replicate where all cells have one seed.</summary>
    public double? DifferenceError { get; init; }

    /// <summary>Lower end of the 95 % Monte Carlo interval of the difference.</summary>
    public double? DifferenceLower => Difference - (Summary.Share.NormalQuantile975 * DifferenceError);

    /// <summary>Upper end.</summary>
    public double? DifferenceUpper => Difference + (Summary.Share.NormalQuantile975 * DifferenceError);
}
