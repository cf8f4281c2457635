namespace TrialSim.Statistics.Probability;

/// <summary>The F distribution of a ratio of two mean squares.</summary>
public static class FisherF
{
    /// <summary>P(X &gt; x): the p-value of an F statistic. R's <c>pf(x, df1, df2, lower.tail = FALSE)</c>.</summary>
    /// <param name="x">Any number but NaN; below 0 the probability is 1.</param>
    /// <param name="numerator">Degrees of freedom of the numerator, above 0; need not be whole.</param>
    /// <param name="denominator">Degrees of freedom of the denominator, above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom are not finite numbers above 0.</exception>
    public static double UpperTail(double x, double numerator, double denominator)
    {
        Require.PositiveFinite(numerator);
        Require.PositiveFinite(denominator);
        if (x <= 0.0)
        {
            return 1.0;
        }

        if (double.IsPositiveInfinity(x))
        {
            return 0.0;
        }

        double ratio = numerator * x / denominator;
        return IncompleteBeta.Lower(0.5 * denominator, 0.5 * numerator, 1.0 / (1.0 + ratio), ratio / (1.0 + ratio));
    }
}
