namespace TrialSim.Statistics.Probability;

/// <summary>The beta distribution.</summary>
public static class Beta
{
    /// <summary>P(X ≤ x), relative error near 1e-12 down to its smallest values, 1e-9 for shapes of 1e8. R's <c>pbeta(x, a, b)</c>.</summary>
    /// <param name="x">Any number but NaN.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not a finite number above 0.</exception>
    public static double Cdf(double x, double a, double b)
    {
        Require.PositiveFinite(a);
        Require.PositiveFinite(b);
        return IncompleteBeta.Lower(a, b, x, 1.0 - x);
    }

    /// <summary>P(X &gt; x), with its own digits when it is small and <paramref name="x"/> is not within rounding of 1.</summary>
    /// <param name="x">Any number but NaN.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not a finite number above 0.</exception>
    public static double UpperTail(double x, double a, double b) => Cdf(1.0 - x, b, a);
}
