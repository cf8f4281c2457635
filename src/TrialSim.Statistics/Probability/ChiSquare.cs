namespace TrialSim.Statistics.Probability;

/// <summary>The chi-square distribution, by the incomplete gamma functions.</summary>
public static class ChiSquare
{
    /// <summary>P(X &gt; x): the p-value of a statistic. R's <c>pchisq(x, df, lower.tail = FALSE)</c>.</summary>
    /// <param name="x">Any number but NaN; below 0 the probability is 1.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not a finite number above 0.</exception>
    public static double UpperTail(double x, double degreesOfFreedom)
    {
        Require.PositiveFinite(degreesOfFreedom);
        return x <= 0.0 ? 1.0
            : double.IsPositiveInfinity(x) ? 0.0
            : degreesOfFreedom == 1.0 ? Normal.TwoSidedTail(Math.Sqrt(x))
            : Math.Exp(IncompleteGamma.LogUpper(0.5 * degreesOfFreedom, Math.Log(x / degreesOfFreedom)));
    }

    /// <summary>P(X ≤ x). R's <c>pchisq(x, df)</c>.</summary>
    /// <param name="x">Any number but NaN; below 0 the probability is 0.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not a finite number above 0.</exception>
    public static double Cdf(double x, double degreesOfFreedom)
    {
        Require.PositiveFinite(degreesOfFreedom);
        return x <= 0.0 ? 0.0
            : double.IsPositiveInfinity(x) ? 1.0
            : Math.Exp(IncompleteGamma.LogLower(0.5 * degreesOfFreedom, Math.Log(x / degreesOfFreedom)));
    }
}
