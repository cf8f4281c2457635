using System.Numerics;

namespace TrialSim.Results.Summary;

/// <summary>Quantiles by linear interpolation, R's type 7.</summary>
internal static class LinearQuantile
{
    /// <summary>A quantile of some values.</summary>
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="probability">0…1.</param>
    public static double Of<TNumber>(ReadOnlySpan<TNumber> sorted, double probability)
        where TNumber : INumber<TNumber>
    {
        double place = (sorted.Length - 1) * probability;
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return double.CreateChecked(sorted[below]) + ((place - below) * double.CreateChecked(sorted[above] - sorted[below]));
    }
}
