using MathNet.Numerics.Integration;

namespace TrialSim.Statistics.Probability;

/// <summary>
/// Two standard normal variables with a correlation. By Plackett's identity the probability of a quadrant is an integral over the
/// correlation (Drezner and Wesolowsky 1990; Genz 2004, <c>mvtnorm::TVPACK</c>): from 0 when the variables are far from a line, and from 1
/// when they are close to it, where the leading terms of the integrand are taken in closed form.
/// </summary>
public static class BivariateNormal
{
    private const double CloseToALine = 0.9;
    private const double SqrtTwoPi = 2.50662827463100050242;

    // Beyond this the exponential is far below the last place of any probability that it is subtracted from.
    private const double Vanishing = 200.0;

    private static readonly GaussLegendreRule Rule = new(0.0, 1.0, 32);

    /// <summary>P(X &gt; h, Y &gt; k), absolute error below 1e-14.</summary>
    /// <param name="h">Any number, infinities included.</param>
    /// <param name="k">Any number, infinities included.</param>
    /// <param name="correlation">From −1 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correlation"/> is out of range.</exception>
    public static double UpperTail(double h, double k, double correlation)
    {
        if (!(Math.Abs(correlation) <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "Must lie between -1 and 1.");
        }

        if (double.IsInfinity(h) || double.IsInfinity(k))
        {
            return double.IsPositiveInfinity(h) || double.IsPositiveInfinity(k) ? 0.0
                : double.IsNegativeInfinity(h) ? Normal.UpperTail(k)
                : Normal.UpperTail(h);
        }

        return correlation > CloseToALine ? NearTheDiagonal(h, k, correlation)
            : correlation < -CloseToALine ? Math.Max(0.0, Normal.UpperTail(h) - NearTheDiagonal(h, -k, -correlation))
            : FromIndependence(h, k, correlation);
    }

    private static double FromIndependence(double h, double k, double correlation)
    {
        double end = Math.Asin(correlation);
        double squares = 0.5 * ((h * h) + (k * k));
        double product = h * k;
        double sum = 0.0;
        for (int i = 0; i < Rule.Order; i++)
        {
            double sine = Math.Sin(end * Rule.GetAbscissa(i));
            sum += Rule.GetWeight(i) * Math.Exp(((sine * product) - squares) / (1.0 - (sine * sine)));
        }

        return Math.Max(0.0, (Normal.UpperTail(h) * Normal.UpperTail(k)) + (end * sum / (2.0 * Math.PI)));
    }

    /// <summary>With x = √(1 − r²), what a correlation of 1 has more is the integral over x of exp(−(h − k)²/2x²)·g(x)/2π, g smooth.</summary>
    private static double NearTheDiagonal(double h, double k, double correlation)
    {
        double whole = Normal.UpperTail(Math.Max(h, k));
        double end = Math.Sqrt((1.0 - correlation) * (1.0 + correlation));
        double distance = Math.Abs(h - k);
        double product = h * k;
        if (end == 0.0 || distance * distance > 2.0 * Vanishing * end * end)
        {
            return whole;
        }

        // ln g = −hk/(1 + √(1 − x²)) − ½ ln(1 − x²), a series in x².
        double first = 0.5 - (product / 8.0);
        double second = 0.25 - (product / 16.0);
        double third = (1.0 / 6.0) - (5.0 * product / 128.0);
        double fourthPower = (0.5 * first * first) + second;
        double sixthPower = (first * first * first / 6.0) + (first * second) + third;
        double scale = Math.Exp(-0.5 * product);

        double endSquare = end * end;
        double distanceSquare = distance * distance;
        double atEnd = Math.Exp(-0.5 * distanceSquare / endSquare);
        double moment0 = (end * atEnd) - (distance * SqrtTwoPi * Normal.UpperTail(distance / end));
        double moment2 = ((end * endSquare * atEnd) - (distanceSquare * moment0)) / 3.0;
        double moment4 = ((end * endSquare * endSquare * atEnd) - (distanceSquare * moment2)) / 5.0;
        double moment6 = ((end * endSquare * endSquare * endSquare * atEnd) - (distanceSquare * moment4)) / 7.0;
        double leading = scale * (moment0 + (first * moment2) + (fourthPower * moment4) + (sixthPower * moment6));

        double rest = 0.0;
        for (int i = 0; i < Rule.Order; i++)
        {
            double x = end * Rule.GetAbscissa(i);
            double square = x * x;
            double root = Math.Sqrt(1.0 - square);
            double series = 1.0 + (square * (first + (square * (fourthPower + (square * sixthPower)))));
            double layer = -0.5 * distanceSquare / square;
            rest += Rule.GetWeight(i) * (
                (Math.Exp(layer - (product / (1.0 + root))) / root) - (scale * series * Math.Exp(layer)));
        }

        return Math.Clamp(whole - ((leading + (end * rest)) / (2.0 * Math.PI)), 0.0, whole);
    }
}
