using MathNet.Numerics;

namespace TrialSim.Statistics.Probability;

/// <summary>
/// Logarithms of the regularised incomplete gamma functions at x = a·exp(u). Taking u instead of x keeps the digits when a is
/// large and x lies near it, where a·ln x − x − ln Γ(a) is a small difference of large numbers. Series and Lentz's continued
/// fraction as in the Digital Library of Mathematical Functions, 8.11.4 and 8.9.2.
/// </summary>
internal static class IncompleteGamma
{
    private const double Tiny = 1e-300;
    private const double Precision = 1e-16;

    // At a = 1e6, the largest that is used, both expansions converge within some ten thousand terms.
    private const int MaxTerms = 100_000;

    /// <summary>ln of x^a·exp(−x)/Γ(a), the derivative of either function with respect to ln x.</summary>
    internal static double LogDensity(double a, double u) => LogPeak(a) - (a * ExpMinusOneMinus(u));

    /// <summary>ln of the lower function, P(a, x).</summary>
    internal static double LogLower(double a, double u)
    {
        double x = a * Math.Exp(u);
        return x < a + 1.0 ? LogSeries(a, x, u) : Elementary.LogOneMinusExp(-LogFraction(a, x, u));
    }

    /// <summary>ln of the upper function, Q(a, x) = 1 − P(a, x).</summary>
    internal static double LogUpper(double a, double u)
    {
        double x = a * Math.Exp(u);
        return x < a + 1.0 ? LogOfComplement(LogSeries(a, x, u)) : LogFraction(a, x, u);
    }

    // ln(1 − exp(log)); 0 where exp(log) has underflowed or is below the last place of 1.
    private static double LogOfComplement(double log) => Elementary.LogOnePlus(-Math.Exp(log));

    private static double LogSeries(double a, double x, double u)
    {
        double term = 1.0 / a;
        double sum = term;
        for (int n = 1; n < MaxTerms && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return LogDensity(a, u) + Math.Log(sum);
    }

    private static double LogFraction(double a, double x, double u)
    {
        double b = x + 1.0 - a;
        double c = 1.0 / Tiny;
        double d = 1.0 / b;
        double value = d;
        for (int n = 1; n < MaxTerms; n++)
        {
            double an = -n * (n - a);
            b += 2.0;
            d = (an * d) + b;
            d = 1.0 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (an / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            double factor = d * c;
            value *= factor;
            if (Math.Abs(factor - 1.0) <= Precision)
            {
                break;
            }
        }

        return LogDensity(a, u) + Math.Log(value);
    }

    /// <summary>a·ln a − a − ln Γ(a), by Stirling's series where the three terms would cancel.</summary>
    private static double LogPeak(double a)
    {
        if (a < 20.0)
        {
            return (a * Math.Log(a)) - a - SpecialFunctions.GammaLn(a);
        }

        double r = 1.0 / (a * a);
        double series = ((((((r / 1188.0) - (1.0 / 1680.0)) * r) + (1.0 / 1260.0)) * r) - (1.0 / 360.0)) * r;
        return (0.5 * Math.Log(a / (2.0 * Math.PI))) - ((series + (1.0 / 12.0)) / a);
    }

    /// <summary>exp(u) − 1 − u, by its series where the difference would cancel.</summary>
    private static double ExpMinusOneMinus(double u)
    {
        if (Math.Abs(u) > 0.5)
        {
            return Elementary.ExpMinusOne(u) - u;
        }

        double term = 0.5 * u * u;
        double sum = term;
        for (int n = 3; Math.Abs(term) > Precision * sum; n++)
        {
            term *= u / n;
            sum += term;
        }

        return sum;
    }
}
