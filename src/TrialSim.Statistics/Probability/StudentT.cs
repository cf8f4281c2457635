namespace TrialSim.Statistics.Probability;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>P(|X| &gt; |t|): the two-sided p-value. R's <c>2 * pt(-abs(t), df)</c>.</summary>
    /// <param name="t">Any number but NaN.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole; +∞ gives the normal distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not above 0.</exception>
    public static double TwoSidedTail(double t, double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return Normal.TwoSidedTail(t);
        }

        Require.PositiveFinite(degreesOfFreedom);
        double size = Math.Abs(t);
        if (double.IsPositiveInfinity(size))
        {
            return 0.0;
        }

        // t² would overflow long before t does, so the ratio is squared instead.
        double ratio = size / Math.Sqrt(degreesOfFreedom);
        ratio *= ratio;
        return IncompleteBeta.Lower(0.5 * degreesOfFreedom, 0.5, 1.0 / (1.0 + ratio), ratio / (1.0 + ratio));
    }

    /// <summary>P(X &gt; t): the one-sided p-value of a statistic that is positive for benefit. R's <c>pt(t, df, lower.tail = FALSE)</c>.</summary>
    /// <param name="t">Any number but NaN.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole; +∞ gives the normal distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not above 0.</exception>
    public static double UpperTail(double t, double degreesOfFreedom)
    {
        double half = 0.5 * TwoSidedTail(t, degreesOfFreedom);
        return t >= 0.0 ? half : 1.0 - half;
    }

    /// <summary>The t that a share of <paramref name="confidence"/> lies within, on both sides of 0. R's <c>qt((1 + confidence)/2, df)</c>.</summary>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole; +∞ gives the normal distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double TwoSidedCriticalValue(double confidence, double degreesOfFreedom)
    {
        double tail = 1.0 - Require.InsideUnitInterval(confidence);
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return Normal.TwoSidedCriticalValue(confidence);
        }

        // The tails of t are heavier than the normal's, so the normal quantile is below the root.
        double low = Normal.TwoSidedCriticalValue(confidence);
        double high = 2.0 * low;
        while (TwoSidedTail(high, degreesOfFreedom) > tail)
        {
            low = high;
            high *= 2.0;
        }

        return FallingRoot.Find(new TailExcess(degreesOfFreedom, tail), low, high);
    }

    private readonly record struct TailExcess(double DegreesOfFreedom, double Tail) : IIntegrand
    {
        public double At(double x) => TwoSidedTail(x, DegreesOfFreedom) - Tail;
    }
}
