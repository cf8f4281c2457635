namespace TrialSim.Statistics.Probability;

/// <summary>
/// Limits of standard normal variables and their correlations; see <see cref="MultivariateNormal"/>. Allocates nothing, unless a variable is
/// without limits or the same as another.
/// </summary>
internal readonly ref struct NormalBox(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> correlation)
{
    // Correlations that differ from 1 by rounding error only.
    private const double Identical = 1e-13;

    // Of the variance of a variable that others determine, all but rounding error.
    private const double NoVariance = 1e-14;

    private readonly ReadOnlySpan<double> _lower = lower;
    private readonly ReadOnlySpan<double> _upper = upper;
    private readonly ReadOnlySpan<double> _correlation = correlation;
    private readonly int _count = lower.Length;

    /// <summary>How many variables there are.</summary>
    internal int Count => _count;

    /// <summary>Lower limit of a variable.</summary>
    internal double Lower(int i) => _lower[i];

    /// <summary>Upper limit of a variable.</summary>
    internal double Upper(int i) => _upper[i];

    /// <summary>The probability that a variable lies beyond its limits, to an absolute error.</summary>
    internal double Outside(double tolerance)
    {
        for (int i = 0; i < _count; i++)
        {
            if (!(_lower[i] <= _upper[i]))
            {
                return 1.0;
            }

            if (double.IsNegativeInfinity(_lower[i]) && double.IsPositiveInfinity(_upper[i]))
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
            2 => OutsideOfTwo(tolerance),
            3 or 4 => ConditionedNormalBox.Outside(this, tolerance),
            _ => OutsideOfMany(tolerance),
        };
    }

    /// <summary>The correlation of two variables.</summary>
    internal double Correlation(int i, int j) => _correlation[(i * _count) + j];

    /// <summary>The probability that one variable lies beyond its limits.</summary>
    internal double OutsideOf(int i) => Normal.Cdf(_lower[i]) + Normal.UpperTail(_upper[i]);

    private double InsideOf(int i) =>
        _lower[i] > 0.0 ? Normal.UpperTail(_lower[i]) - Normal.UpperTail(_upper[i]) : Normal.Cdf(_upper[i]) - Normal.Cdf(_lower[i]);

    private double OutsideOfTwo(double tolerance)
    {
        // The two together are no more probable than either: most corners of a conditional box are not worth their cost.
        double r = Correlation(0, 1);
        double negligible = 0.01 * tolerance;
        double above0 = Normal.UpperTail(_upper[0]);
        double above1 = Normal.UpperTail(_upper[1]);
        double below0 = Normal.Cdf(_lower[0]);
        double below1 = Normal.Cdf(_lower[1]);
        double both = 0.0;
        both += Math.Min(above0, above1) > negligible ? BivariateNormal.UpperTail(_upper[0], _upper[1], r) : 0.0;
        both += Math.Min(below0, below1) > negligible ? BivariateNormal.UpperTail(-_lower[0], -_lower[1], r) : 0.0;
        both += Math.Min(above0, below1) > negligible ? BivariateNormal.UpperTail(_upper[0], -_lower[1], -r) : 0.0;
        both += Math.Min(below0, above1) > negligible ? BivariateNormal.UpperTail(-_lower[0], _upper[1], -r) : 0.0;
        return Math.Clamp(below0 + above0 + below1 + above1 - both, 0.0, 1.0);
    }

    private double OutsideOfMany(double tolerance)
    {
        double logInside = 0.0;
        for (int i = 0; i < _count; i++)
        {
            logInside += Elementary.LogOnePlus(-OutsideOf(i));
        }

        // The flat end of the sine keeps the integrand smooth where the matrix becomes singular.
        double gain = AdaptiveQuadrature.Integrate(new Shrinking(this, tolerance), 0.0, 1.0, tolerance);
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
                sum += Corner(i, j, _upper[i], _upper[j], shrink, share)
                    + Corner(i, j, _lower[i], _lower[j], shrink, share)
                    - Corner(i, j, _upper[i], _lower[j], shrink, share)
                    - Corner(i, j, _lower[i], _upper[j], shrink, share);
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
            if (value < _lower[k] || value > _upper[k])
            {
                return 0.0;
            }
        }

        Span<double> lowerGiven = stackalloc double[count];
        Span<double> upperGiven = stackalloc double[count];
        Span<double> correlationGiven = stackalloc double[count * count];
        for (int a = 0; a < count; a++)
        {
            int k = others[a];
            double mean = (onI[k] * atI) + (onJ[k] * atJ);
            lowerGiven[a] = (_lower[k] - mean) / deviation[k];
            upperGiven[a] = (_upper[k] - mean) / deviation[k];
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
        int count = _count - 1;
        double[] keptLower = new double[count];
        double[] keptUpper = new double[count];
        double[] keptCorrelation = new double[count * count];
        for (int a = 0; a < count; a++)
        {
            int i = a < removed ? a : a + 1;
            keptLower[a] = _lower[i];
            keptUpper[a] = _upper[i];
            for (int b = 0; b < count; b++)
            {
                keptCorrelation[(a * count) + b] = Correlation(i, b < removed ? b : b + 1);
            }
        }

        return new NormalBox(keptLower, keptUpper, keptCorrelation);
    }

    /// <summary>One variable where two are the same, or each other's negative: it has to keep to both limits.</summary>
    private NormalBox Merged(int kept, int removed)
    {
        bool isOpposite = Correlation(kept, removed) < 0.0;
        double[] narrowedLower = [.. _lower];
        double[] narrowedUpper = [.. _upper];
        narrowedLower[kept] = Math.Max(_lower[kept], isOpposite ? -_upper[removed] : _lower[removed]);
        narrowedUpper[kept] = Math.Min(_upper[kept], isOpposite ? -_lower[removed] : _upper[removed]);
        return new NormalBox(narrowedLower, narrowedUpper, _correlation).Without(removed);
    }

    /// <summary>The derivative along the way from independence, on which all correlations are shrunk by sin(½πs).</summary>
    private readonly ref struct Shrinking(NormalBox box, double tolerance) : IIntegrand
    {
        private readonly NormalBox _box = box;

        public double At(double s) => 0.5 * Math.PI * Math.Cos(0.5 * Math.PI * s) * _box.Derivative(Math.Sin(0.5 * Math.PI * s), tolerance);
    }
}
