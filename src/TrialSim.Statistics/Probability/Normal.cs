using MathNet.Numerics;

namespace TrialSim.Statistics.Probability;

/// <summary>The standard normal distribution, each tail with its own function so that small probabilities keep their digits.</summary>
public static class Normal
{
    private const double LogSqrtTwoPi = 0.91893853320467274178;
    private const double SqrtHalf = 0.70710678118654752440;
    private const double Sqrt2 = 1.41421356237309504880;

    // Beyond this the asymptotic series is exact to double precision; before it erfc has not underflowed.
    private const double AsymptoticFrom = 25.0;

    /// <summary>P(X ≤ z). Accurate relative to its own size down to 1e-300.</summary>
    /// <param name="z">Any number, infinities included.</param>
    public static double Cdf(double z) => 0.5 * SpecialFunctions.Erfc(-z * SqrtHalf);

    /// <summary>P(X &gt; z): the one-sided p-value of a Z that is positive for benefit. Accurate relative to its own size down to 1e-300.</summary>
    /// <param name="z">Any number, infinities included.</param>
    public static double UpperTail(double z) => 0.5 * SpecialFunctions.Erfc(z * SqrtHalf);

    /// <summary>P(|X| &gt; |z|): the two-sided p-value.</summary>
    /// <param name="z">Any number, infinities included.</param>
    public static double TwoSidedTail(double z) => SpecialFunctions.Erfc(Math.Abs(z) * SqrtHalf);

    /// <summary>The density at <paramref name="z"/>.</summary>
    /// <param name="z">Any number, infinities included.</param>
    public static double Density(double z) => Math.Exp(LogDensity(z));

    /// <summary>ln of the density at <paramref name="z"/>.</summary>
    /// <param name="z">Any number, infinities included.</param>
    public static double LogDensity(double z) => (-0.5 * z * z) - LogSqrtTwoPi;

    /// <summary>ln P(X &gt; z), finite where the probability itself has long underflowed.</summary>
    /// <param name="z">Any number, infinities included.</param>
    public static double LogUpperTail(double z)
    {
        if (z < 0.0)
        {
            return Elementary.LogOnePlus(-Cdf(z));
        }

        if (z < AsymptoticFrom)
        {
            return Math.Log(UpperTail(z));
        }

        // Mills' ratio: P(X > z) = φ(z)/z · (1 − 1/z² + 3/z⁴ − 15/z⁶ + …).
        double u = 1.0 / (z * z);
        double series = u * (-1.0 + (u * (3.0 + (u * (-15.0 + (u * (105.0 + (u * (-945.0 + (u * 10395.0))))))))));
        return (-0.5 * z * z) - LogSqrtTwoPi - Math.Log(z) + Elementary.LogOnePlus(series);
    }

    /// <summary>The z with P(X ≤ z) = <paramref name="probability"/>; −∞ at 0, +∞ at 1.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not a probability.</exception>
    public static double Quantile(double probability)
    {
        Require.Probability(probability);
        return probability <= 0.5
            ? -Sqrt2 * SpecialFunctions.ErfcInv(2.0 * probability)
            : Sqrt2 * SpecialFunctions.ErfcInv(2.0 * (1.0 - probability));
    }

    /// <summary>The z that a share of <paramref name="confidence"/> lies within, on both sides of 0: 1.96 for 0.95.</summary>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public static double TwoSidedCriticalValue(double confidence) =>
        Sqrt2 * SpecialFunctions.ErfcInv(1.0 - Require.InsideUnitInterval(confidence));

    /// <summary>The z with P(X &gt; z) = exp(<paramref name="logUpperTail"/>): the inverse of <see cref="LogUpperTail"/>.</summary>
    /// <param name="logUpperTail">At most 0; may lie far below the logarithm of the smallest double.</param>
    public static double QuantileOfLogUpperTail(double logUpperTail)
    {
        if (logUpperTail >= -Elementary.Ln2)
        {
            return Quantile(-Elementary.ExpMinusOne(logUpperTail));
        }

        if (logUpperTail > -700.0)
        {
            return Sqrt2 * SpecialFunctions.ErfcInv(2.0 * Math.Exp(logUpperTail));
        }

        // The tail is φ(z)/z there, so its logarithm is almost a parabola: Newton from the parabola's root.
        double z = Math.Sqrt(-2.0 * (logUpperTail + LogSqrtTwoPi));
        for (int i = 0; i < 6; i++)
        {
            z -= (logUpperTail - LogUpperTail(z)) / (z + (1.0 / z));
        }

        return z;
    }
}
