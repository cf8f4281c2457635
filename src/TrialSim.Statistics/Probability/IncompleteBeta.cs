namespace TrialSim.Statistics.Probability;

/// <summary>
/// The regularised incomplete beta function I_x(a, b) by Lentz's continued fraction (Digital Library of Mathematical Functions,
/// 8.17.22), with x and 1 − x given apart so that neither loses digits to the other.
/// </summary>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-300;
    private const double Precision = 2e-16;

    // The fraction needs some √max(a, b) terms near the mean: this is enough for shapes of 1e12.
    private const int MaxTerms = 10_000_000;

    /// <summary>I_x(a, b), for shapes above 0 and 0 ≤ x ≤ 1.</summary>
    internal static double Lower(double a, double b, double x, double complement) =>
        x <= 0.0 ? 0.0
        : complement <= 0.0 ? 1.0
        : x < (a + 1.0) / (a + b + 2.0) ? Fraction(a, b, x, complement)
        : 1.0 - Fraction(b, a, complement, x);

    private static double Fraction(double a, double b, double x, double complement)
    {
        // x^a·y^b/(a·B(a, b)), written as a binomial density.
        double front = SaddlePoint.BinomialDensity(a, b, x, complement) * (b / (a + b));
        double c = 1.0;
        double d = 1.0 - ((a + b) * x / (a + 1.0));
        d = 1.0 / (Math.Abs(d) < Tiny ? Tiny : d);
        double value = d;
        for (int m = 1; m < MaxTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2.0 * m) - 1.0) * (a + (2.0 * m)));
            (c, d) = Next(even, c, d);
            value *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2.0 * m)) * (a + (2.0 * m) + 1.0));
            (c, d) = Next(odd, c, d);
            double factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1.0) <= Precision)
            {
                break;
            }
        }

        return front * value;
    }

    private static (double C, double D) Next(double coefficient, double c, double d)
    {
        double denominator = 1.0 + (coefficient * d);
        double numerator = 1.0 + (coefficient / c);
        return (
            Math.Abs(numerator) < Tiny ? Tiny : numerator,
            1.0 / (Math.Abs(denominator) < Tiny ? Tiny : denominator));
    }
}
