namespace TrialSim.Statistics.Probability;

/// <summary>Limits of standard normal variables and their correlations; see <see cref="MultivariateNormal"/>.</summary>
internal sealed class NormalBox(double[] lower, double[] upper, double[] correlation)
{
    // Correlations that differ from 1 by rounding error only.
    private const double Identical = 1e-13;

    // Of the variance of a variable that others determine, all but rounding error.
    private const double NoVariance = 1e-14;

    private readonly int _count = lower.Length;

    /// <summary>The probability that a variable lies beyond its limits, to an absolute error.</summary>
    internal double Outside(double tolerance)
    {
        for (int i = 0; i < _count; i++)
        {
            if (!(lower[i] <= upper[i]))
            {
                return 1.0;
            }

            if (double.IsNegativeInfinity(lower[i]) && double.IsPositiveInfinity(upper[i]))
            {
                return Without(i).Outside(tolerance);
            }

            for (int j = 0; j < i; j++)
            {
                if (Math.Abs(Correlation(i, j)) >= 1.0 - Identical)
                {
                    return Merged(j, i).Outside(tolerance);
                }
            }
        }

        return _count switch
        {
            0 => 0.0,
            1 => OutsideOf(0),
            2 => OutsideOfTwo(),
            _ => OutsideOfMany(tolerance),
        };
    }

    private double Correlation(int i, int j) => correlation[(i * _count) + j];

    private double OutsideOf(int i) => Normal.Cdf(lower[i]) + Normal.UpperTail(upper[i]);

    private double InsideOf(int i) =>
        lower[i] > 0.0 ? Normal.UpperTail(lower[i]) - Normal.UpperTail(upper[i]) : Normal.Cdf(upper[i]) - Normal.Cdf(lower[i]);

    private double OutsideOfTwo()
    {
        double r = Correlation(0, 1);
        double both = BivariateNormal.UpperTail(upper[0], upper[1], r)
            + BivariateNormal.UpperTail(-lower[0], -lower[1], r)
            + BivariateNormal.UpperTail(upper[0], -lower[1], -r)
            + BivariateNormal.UpperTail(-lower[0], upper[1], -r);
        return Math.Clamp(OutsideOf(0) + OutsideOf(1) - both, 0.0, 1.0);
    }

    private double OutsideOfMany(double tolerance)
    {
        double logInside = 0.0;
        for (int i = 0; i < _count; i++)
        {
            logInside += Elementary.LogOnePlus(-OutsideOf(i));
        }

        // All correlations are shrunk by sin(½πs): its flat end keeps the integrand smooth where the matrix becomes singular.
        double gain = AdaptiveQuadrature.Integrate(
            s => 0.5 * Math.PI * Math.Cos(0.5 * Math.PI * s) * Derivative(Math.Sin(0.5 * Math.PI * s), tolerance), 0.0, 1.0, tolerance);
        return Math.Clamp(-Elementary.ExpMinusOne(logInside) - gain, 0.0, 1.0);
    }

    /// <summary>Of the probability of the box, with respect to the factor that shrinks all correlations.</summary>
    private double Derivative(double shrink, double tolerance)
    {
        double share = 0.5 * tolerance / (_count * (_count - 1));
        double sum = 0.0;
        for (int i = 1; i < _count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += Corner(i, j, upper[i], upper[j], shrink, share)
                    + Corner(i, j, lower[i], lower[j], shrink, share)
                    - Corner(i, j, upper[i], lower[j], shrink, share)
                    - Corner(i, j, lower[i], upper[j], shrink, share);
            }
        }

        return sum;
    }

    private double Corner(int i, int j, double atI, double atJ, double shrink, double tolerance)
    {
        double full = Correlation(i, j);
        if (full == 0.0 || double.IsInfinity(atI) || double.IsInfinity(atJ))
        {
            return 0.0;
        }

        double r = full * shrink;
        double determinant = (1.0 - r) * (1.0 + r);
        double density = full * Math.Exp(-0.5 * ((atI * atI) - (2.0 * r * atI * atJ) + (atJ * atJ)) / determinant)
            / (2.0 * Math.PI * Math.Sqrt(determinant));
        return Math.Abs(density) <= tolerance
            ? 0.0
            : density * InsideGiven(i, j, atI, atJ, shrink, tolerance / Math.Abs(density));
    }

    /// <summary>The probability that the other variables keep to their limits, given the values of two.</summary>
    private double InsideGiven(int i, int j, double atI, double atJ, double shrink, double tolerance)
    {
        double r = Correlation(i, j) * shrink;
        double determinant = (1.0 - r) * (1.0 + r);
        Span<int> others = stackalloc int[_count - 2];
        Span<double> onI = stackalloc double[_count];
        Span<double> onJ = stackalloc double[_count];
        Span<double> deviation = stackalloc double[_count];
        int count = 0;
        for (int k = 0; k < _count; k++)
        {
            if (k == i || k == j)
            {
                continue;
            }

            double withI = Correlation(k, i) * shrink;
            double withJ = Correlation(k, j) * shrink;
            onI[k] = (withI - (r * withJ)) / determinant;
            onJ[k] = (withJ - (r * withI)) / determinant;
            double variance = 1.0 - (onI[k] * withI) - (onJ[k] * withJ);
            if (variance > NoVariance)
            {
                deviation[k] = Math.Sqrt(variance);
                others[count++] = k;
                continue;
            }

            double value = (onI[k] * atI) + (onJ[k] * atJ);
            if (value < lower[k] || value > upper[k])
            {
                return 0.0;
            }
        }

        double[] lowerGiven = new double[count];
        double[] upperGiven = new double[count];
        double[] correlationGiven = new double[count * count];
        for (int a = 0; a < count; a++)
        {
            int k = others[a];
            double mean = (onI[k] * atI) + (onJ[k] * atJ);
            lowerGiven[a] = (lower[k] - mean) / deviation[k];
            upperGiven[a] = (upper[k] - mean) / deviation[k];
            correlationGiven[(a * count) + a] = 1.0;
            for (int b = 0; b < a; b++)
            {
                int l = others[b];
                double covariance = (Correlation(k, l) * shrink) - (onI[k] * Correlation(l, i) * shrink) - (onJ[k] * Correlation(l, j) * shrink);
                double given = Math.Clamp(covariance / (deviation[k] * deviation[l]), -1.0, 1.0);
                correlationGiven[(a * count) + b] = given;
                correlationGiven[(b * count) + a] = given;
            }
        }

        NormalBox box = new(lowerGiven, upperGiven, correlationGiven);
        return count == 1 ? box.InsideOf(0) : 1.0 - box.Outside(tolerance);
    }

    private NormalBox Without(int removed)
    {
        int[] kept = [.. Enumerable.Range(0, _count).Where(i => i != removed)];
        double[] correlations = new double[kept.Length * kept.Length];
        for (int a = 0; a < kept.Length; a++)
        {
            for (int b = 0; b < kept.Length; b++)
            {
                correlations[(a * kept.Length) + b] = Correlation(kept[a], kept[b]);
            }
        }

        return new NormalBox([.. kept.Select(i => lower[i])], [.. kept.Select(i => upper[i])], correlations);
    }

    /// <summary>One variable where two are the same, or each other's negative: it has to keep to both limits.</summary>
    private NormalBox Merged(int kept, int removed)
    {
        bool isOpposite = Correlation(kept, removed) < 0.0;
        double[] narrowedLower = [.. lower];
        double[] narrowedUpper = [.. upper];
        narrowedLower[kept] = Math.Max(lower[kept], isOpposite ? -upper[removed] : lower[removed]);
        narrowedUpper[kept] = Math.Min(upper[kept], isOpposite ? -lower[removed] : upper[removed]);
        return new NormalBox(narrowedLower, narrowedUpper, correlation).Without(removed);
    }
}
