namespace TrialSim.Statistics;

/// <summary>
/// Exponential and logarithm near the points where the textbook form loses its digits. The runtime's own <c>ExpM1</c> and
/// <c>LogP1</c> subtract and add 1 in plain sight, so they are of no use here. Kahan's device: the rounding error of
/// <c>1 + x</c> appears in numerator and denominator alike, and cancels.
/// </summary>
internal static class Elementary
{
    /// <summary>ln 2.</summary>
    internal const double Ln2 = 0.69314718055994530942;

    /// <summary>exp(x) − 1, relative error of a few units in the last place.</summary>
    internal static double ExpMinusOne(double x)
    {
        double exponential = Math.Exp(x);
        if (exponential == 1.0)
        {
            return x;
        }

        double minusOne = exponential - 1.0;
        return minusOne == -1.0 || double.IsPositiveInfinity(exponential) ? minusOne : minusOne * x / Math.Log(exponential);
    }

    /// <summary>ln(1 + x) for x ≥ −1, relative error of a few units in the last place.</summary>
    internal static double LogOnePlus(double x)
    {
        double sum = 1.0 + x;
        return sum == 1.0 ? x
            : sum == 0.0 || double.IsPositiveInfinity(sum) ? Math.Log(sum)
            : Math.Log(sum) * x / (sum - 1.0);
    }

    /// <summary>ln(1 − exp(−x)) for x &gt; 0, without cancellation at either end (Mächler's switch at ln 2).</summary>
    internal static double LogOneMinusExp(double x) =>
        x > Ln2 ? LogOnePlus(-Math.Exp(-x)) : Math.Log(-ExpMinusOne(-x));

    /// <summary>ln(1 + exp(x)), finite for every finite x.</summary>
    internal static double LogOnePlusExp(double x) =>
        x > 0.0 ? x + LogOnePlus(Math.Exp(-x)) : LogOnePlus(Math.Exp(x));
}
