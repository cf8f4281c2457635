namespace TrialSim.Results.Sweeps;

/// <summary>One row of <c>differences.csv</c>: an operating characteristic of a cell less that of another one.</summary>
/// <param name="Cell">Number of the cell.</param>
/// <param name="Against">Number of the other one.</param>
/// <param name="Along">The keys in which the two differ, where the other is the one before it along them; empty against the first cell.</param>
/// <param name="Row">The operating characteristic of the cell.</param>
public sealed record CellDifference(int Cell, int Against, string Along, OperatingCharacteristic Row)
{
    /// <summary>The difference; empty where one of the two is not known.</summary>
    public double? Difference { get; init; }

    /// <summary>Its Monte Carlo standard error, in which what both cells owe to the same luck does not count.</summary>
    public double? Error { get; init; }

    /// <summary>The error that it would have, had the cells drawn independently.</summary>
    public double? IndependentError { get; init; }

    /// <summary>Replicates that have shown the quantity in both cells, of those that were compared one by one.</summary>
    public long Pairs { get; init; }

    /// <summary>Lower end of its 95 % Monte Carlo interval.</summary>
    public double? Lower => Difference - (Summary.Share.NormalQuantile975 * Error);

    /// <summary>Upper end of its 95 % Monte Carlo interval.</summary>
    public double? Upper => Difference + (Summary.Share.NormalQuantile975 * Error);

    /// <summary>How many times smaller the error is than that of independent cells; empty where there is none.</summary>
    public double? TimesSmaller => Error > 0 ? IndependentError / Error : null;
}
