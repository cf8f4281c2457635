namespace TrialSim.Statistics.Probability;

/// <summary>The gamma distribution.</summary>
public static class Gamma
{
    /// <summary>P(X ≤ x), to some 13 digits. R's <c>pgamma(x, shape, rate)</c>.</summary>
    /// <param name="x">Any number but NaN.</param>
    /// <param name="shape">Above 0, at most 1e6.</param>
    /// <param name="rate">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Shape or rate is not a finite number above 0.</exception>
    public static double Cdf(double x, double shape, double rate) =>
        IsBelow(x, shape, rate) ? 0.0 : double.IsPositiveInfinity(x) ? 1.0 : Math.Exp(IncompleteGamma.LogLower(shape, Math.Log(x * rate / shape)));

    /// <summary>P(X &gt; x), with its own digits when it is small.</summary>
    /// <param name="x">Any number but NaN.</param>
    /// <param name="shape">Above 0, at most 1e6.</param>
    /// <param name="rate">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Shape or rate is not a finite number above 0.</exception>
    public static double UpperTail(double x, double shape, double rate) =>
        IsBelow(x, shape, rate) ? 1.0 : double.IsPositiveInfinity(x) ? 0.0 : Math.Exp(IncompleteGamma.LogUpper(shape, Math.Log(x * rate / shape)));

    private static bool IsBelow(double x, double shape, double rate)
    {
        Require.PositiveFinite(shape);
        Require.PositiveFinite(rate);
        return x <= 0.0;
    }
}
