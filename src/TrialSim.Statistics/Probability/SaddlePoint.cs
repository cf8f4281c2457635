using MathNet.Numerics;

namespace TrialSim.Statistics.Probability;

/// <summary>
/// The binomial density for counts of any size, whole or not, without the cancellation of three large log gammas: Stirling's
/// error and the deviance are computed apart (Loader 2000, Fast and accurate computation of binomial probabilities).
/// </summary>
internal static class SaddlePoint
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>Γ(n + 1)/(Γ(x + 1)Γ(n − x + 1)) · p^x · q^(n − x), for 0 ≤ x ≤ n.</summary>
    /// <param name="x">Successes.</param>
    /// <param name="rest">n − x, failures.</param>
    /// <param name="p">Probability of a success.</param>
    /// <param name="q">1 − p, to its own precision.</param>
    internal static double BinomialDensity(double x, double rest, double p, double q) =>
        Math.Exp(LogBinomialDensity(x, rest, p, q));

    /// <summary>Its logarithm; −∞ where the count is impossible.</summary>
    internal static double LogBinomialDensity(double x, double rest, double p, double q)
    {
        if (p <= 0.0)
        {
            return x == 0.0 ? 0.0 : double.NegativeInfinity;
        }

        if (q <= 0.0)
        {
            return rest == 0.0 ? 0.0 : double.NegativeInfinity;
        }

        double n = x + rest;
        double difference = (x * q) - (rest * p);
        if (x == 0.0)
        {
            return n == 0.0 ? 0.0 : n * LogOf(q, p);
        }

        if (rest == 0.0)
        {
            return n * LogOf(p, q);
        }

        double exponent = StirlingError(n) - StirlingError(x) - StirlingError(rest)
            - Deviance(x, n * p, difference) - Deviance(rest, n * q, -difference);
        return exponent - HalfLogTwoPi - (0.5 * (Math.Log(x) + Math.Log(rest) - Math.Log(n)));
    }

    private static double LogOf(double value, double complement) =>
        complement < 0.1 ? Elementary.LogOnePlus(-complement) : Math.Log(value);

    /// <summary>ln Γ(n + 1) − (n + ½)·ln n + n − ½·ln 2π.</summary>
    private static double StirlingError(double n)
    {
        if (n <= 15.0)
        {
            return SpecialFunctions.GammaLn(n + 1.0) - ((n + 0.5) * Math.Log(n)) + n - HalfLogTwoPi;
        }

        double r = 1.0 / (n * n);
        return ((1.0 / 12.0) - (r * ((1.0 / 360.0) - (r * ((1.0 / 1260.0) - (r * ((1.0 / 1680.0) - (r / 1188.0)))))))) / n;
    }

    /// <summary>x·ln(x/m) + m − x, which is 0 at x = m, from a difference x − m that has not been through the subtraction.</summary>
    private static double Deviance(double x, double m, double difference)
    {
        if (Math.Abs(difference) >= 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) - difference;
        }

        double v = difference / (x + m);
        double sum = difference * v;
        double term = 2.0 * x * v;
        for (int j = 1; j < 1_000; j++)
        {
            term *= v * v;
            double next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }
}
