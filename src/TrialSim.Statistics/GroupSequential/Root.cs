namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// The root of a continuous function that changes sign between two ends, by Chandrupatla's method (Advances in Engineering Software 28, 1997):
/// inverse quadratic steps where they are safe, halves elsewhere.
/// </summary>
internal static class Root
{
    private const int MaxSteps = 200;

    /// <summary>The root, to a few units in the last place of the larger of it and 1.</summary>
    /// <exception cref="ArgumentException">The function has the same sign at both ends.</exception>
    internal static double Find(Func<double, double> function, double low, double high)
    {
        double a = low;
        double b = high;
        double fa = function(a);
        double fb = function(b);
        if (fa == 0.0 || fb == 0.0)
        {
            return fa == 0.0 ? a : b;
        }

        if (fa > 0.0 == fb > 0.0)
        {
            throw new ArgumentException($"No sign change: the function is {fa} at {low} and {fb} at {high}.", nameof(function));
        }

        double share = 0.5;
        for (int step = 0; step < MaxSteps; step++)
        {
            double x = a + (share * (b - a));
            double fx = function(x);
            (double c, double fc) = fx > 0.0 == fa > 0.0 ? (a, fa) : (b, fb);
            if (fx > 0.0 != fa > 0.0)
            {
                (b, fb) = (a, fa);
            }

            (a, fa) = (x, fx);
            (double best, double fBest) = Math.Abs(fa) < Math.Abs(fb) ? (a, fa) : (b, fb);
            double tolerance = 4e-16 * Math.Max(1.0, Math.Abs(best));
            double least = tolerance / Math.Abs(b - a);
            if (least > 0.5 || fBest == 0.0)
            {
                return best;
            }

            double xi = (a - b) / (c - b);
            double phi = (fa - fb) / (fc - fb);
            bool isSafe = fc != fb && fc != fa && phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
            share = isSafe ? (fa / (fb - fa) * fc / (fb - fc)) + ((c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)) : 0.5;
            share = Math.Clamp(share, least, 1.0 - least);
        }

        return a;
    }

    /// <summary>The root of a function that rises with its argument, from a range that is doubled around its centre until it holds one.</summary>
    internal static double FindRising(Func<double, double> rising, double centre, double reach)
    {
        double low = centre - reach;
        double high = centre + reach;
        for (int doubling = 0; doubling < 60 && rising(low) > 0.0; doubling++)
        {
            low -= high - low;
        }

        for (int doubling = 0; doubling < 60 && rising(high) < 0.0; doubling++)
        {
            high += high - low;
        }

        return Find(rising, low, high);
    }
}
