namespace TrialSim.Statistics.Probability;

/// <summary>
/// Three or four standard normal variables, by conditioning on one of them: the probability that another lies beyond its limits, given the
/// value of that one, integrated over its density. Where the correlation matrix is singular, as that of a sum and its parts, variables fall
/// together given one: each such group is a single variable with the narrowest of their limits, and the integral is cut where another of
/// these lines becomes the narrowest. With at most two groups left, what is integrated is a bivariate probability. Allocates nothing.
/// </summary>
internal readonly ref struct ConditionedNormalBox : IIntegrand
{
    // The error of taking variables for the same is of the order of what their correlation lacks to 1.
    private const double Same = 1.0 - 1e-10;

    // The density beyond is below 1e-19, and less than 1e-7 of the smallest probability that is promised.
    private const double Farthest = 9.5;

    private readonly NormalBox _box;
    private readonly int _given;
    private readonly double _tolerance;
    private readonly Span<int> _group;
    private readonly Span<double> _correlation;
    private readonly int _groups;

    private ConditionedNormalBox(NormalBox box, int given, double tolerance, Span<int> group, Span<double> correlation)
    {
        _box = box;
        _given = given;
        _tolerance = tolerance;
        _group = group;
        _correlation = correlation;
        _groups = Group();
        FillCorrelation();
    }

    /// <summary>The probability that at least one variable lies beyond its limits, to an absolute error.</summary>
    /// <param name="box">Three or four variables of which no two are the same; no lower limit above the upper.</param>
    /// <param name="tolerance">Absolute error aimed at.</param>
    internal static double Outside(NormalBox box, double tolerance)
    {
        int count = box.Count;
        Span<int> group = stackalloc int[count];
        Span<double> correlation = stackalloc double[count * count];
        int best = 0;
        int fewest = int.MaxValue;
        for (int given = 0; given < count; given++)
        {
            int groups = new ConditionedNormalBox(box, given, tolerance, group, correlation)._groups;
            if (groups < fewest)
            {
                best = given;
                fewest = groups;
            }
        }

        return new ConditionedNormalBox(box, best, tolerance, group, correlation).Integrate();
    }

    /// <summary>Density of the given variable times the probability that another lies beyond its limits.</summary>
    public double At(double x)
    {
        double density = Normal.Density(x);
        if (density <= _tolerance / (2.0 * Farthest))
        {
            return 0.0;
        }

        Span<double> lower = stackalloc double[_groups];
        Span<double> upper = stackalloc double[_groups];
        lower.Fill(double.NegativeInfinity);
        upper.Fill(double.PositiveInfinity);
        for (int i = 0; i < _box.Count; i++)
        {
            if (i == _given)
            {
                continue;
            }

            int g = GroupOf(i);
            (double low, double high) = (LimitGiven(i, _box.Lower(i), x), LimitGiven(i, _box.Upper(i), x));
            lower[g] = Math.Max(lower[g], IsOpposite(i) ? -high : low);
            upper[g] = Math.Min(upper[g], IsOpposite(i) ? -low : high);
        }

        return density * new NormalBox(lower, upper, _correlation[..(_groups * _groups)]).Outside(_tolerance / density);
    }

    private double Integrate()
    {
        double from = Math.Max(_box.Lower(_given), -Farthest);
        double to = Math.Min(_box.Upper(_given), Farthest);
        if (from >= to)
        {
            return Math.Min(1.0, _box.OutsideOf(_given));
        }

        // Two lines for each variable: at most 15 crossings of six.
        Span<double> cuts = stackalloc double[18];
        int count = 0;
        cuts[count++] = from;
        cuts[count++] = to;
        if (from < 0.0 && to > 0.0)
        {
            cuts[count++] = 0.0;
        }

        count = AddCrossings(cuts, count, from, to);
        cuts[..count].Sort();
        double weight = IsSymmetric() ? 2.0 : 1.0;
        double sum = 0.0;
        for (int i = 1; i < count; i++)
        {
            sum += weight == 1.0 || cuts[i] > 0.0 ? AdaptiveQuadrature.Integrate(this, cuts[i - 1], cuts[i], _tolerance / count) : 0.0;
        }

        return Math.Clamp(_box.OutsideOf(_given) + (weight * sum), 0.0, 1.0);
    }

    /// <summary>Whether the box is its own mirror image, as that of a two-sided test: then so are the halves of the integral.</summary>
    private bool IsSymmetric()
    {
        bool isSymmetric = true;
        for (int i = 0; i < _box.Count; i++)
        {
            isSymmetric &= _box.Lower(i) == -_box.Upper(i);
        }

        return isSymmetric;
    }

    /// <summary>Adds the values at which two limits of the same group are the same.</summary>
    private int AddCrossings(Span<double> cuts, int count, double from, double to)
    {
        for (int first = 0; first < 2 * _box.Count; first++)
        {
            for (int second = 0; second < first; second++)
            {
                int i = first / 2;
                int j = second / 2;
                if (i == _given || j == _given || i == j || GroupOf(i) != GroupOf(j))
                {
                    continue;
                }

                (double limit, double slope) = LineOf(i, first % 2);
                (double otherLimit, double otherSlope) = LineOf(j, second % 2);
                double x = (limit - otherLimit) / (slope - otherSlope);
                if (x > from && x < to && double.IsFinite(limit) && double.IsFinite(otherLimit))
                {
                    cuts[count++] = x;
                }
            }
        }

        return count;
    }

    /// <summary>A limit of a group given x, as a line in x.</summary>
    private (double AtZero, double Slope) LineOf(int i, int isUpper)
    {
        double sign = IsOpposite(i) ? -1.0 : 1.0;
        double limit = isUpper == 1 ? _box.Upper(i) : _box.Lower(i);
        return (sign * limit / DeviationGiven(i), sign * _box.Correlation(i, _given) / DeviationGiven(i));
    }

    private double DeviationGiven(int i)
    {
        double r = _box.Correlation(i, _given);
        return Math.Sqrt((1.0 - r) * (1.0 + r));
    }

    private double LimitGiven(int i, double limit, double x) => (limit - (_box.Correlation(i, _given) * x)) / DeviationGiven(i);

    private double CorrelationGiven(int i, int j) => Math.Clamp(
        (_box.Correlation(i, j) - (_box.Correlation(i, _given) * _box.Correlation(j, _given))) / (DeviationGiven(i) * DeviationGiven(j)), -1.0, 1.0);

    /// <summary>Number of the group; −1 − number for a variable that is the negative of its group.</summary>
    private int GroupOf(int i) => _group[i] >= 0 ? _group[i] : -1 - _group[i];

    private bool IsOpposite(int i) => _group[i] < 0;

    private int Group()
    {
        int groups = 0;
        for (int i = 0; i < _box.Count; i++)
        {
            if (i == _given)
            {
                continue;
            }

            _group[i] = groups;
            for (int j = 0; j < i && _group[i] == groups; j++)
            {
                double r = j == _given ? 0.0 : CorrelationGiven(i, j);
                if (Math.Abs(r) >= Same)
                {
                    _group[i] = r > 0.0 == !IsOpposite(j) ? GroupOf(j) : -1 - GroupOf(j);
                }
            }

            groups += _group[i] == groups ? 1 : 0;
        }

        return groups;
    }

    private void FillCorrelation()
    {
        for (int i = 0; i < _box.Count; i++)
        {
            for (int j = 0; j < _box.Count; j++)
            {
                if (i != _given && j != _given && !IsOpposite(i) && !IsOpposite(j))
                {
                    _correlation[(GroupOf(i) * _groups) + GroupOf(j)] = GroupOf(i) == GroupOf(j) ? 1.0 : CorrelationGiven(i, j);
                }
            }
        }
    }
}
