namespace TrialSim.Statistics.Longitudinal;

/// <summary>Means of each group at each visit, and the sums of squares between them.</summary>
internal sealed class CellMeans
{
    private readonly double[][] _means;
    private readonly int[] _sizes;
    private readonly int _visits;

    private CellMeans(double[][] means, int[] sizes, int visits)
    {
        _means = means;
        _sizes = sizes;
        _visits = visits;
    }

    /// <summary>Groups with at least one patient.</summary>
    internal int Groups => _sizes.Count(s => s > 0);

    internal double LargestMean => _means.SelectMany(m => m).Max(Math.Abs);

    internal double GroupSumOfSquares
    {
        get
        {
            double mean = Weighted(g => _means[g].Average());
            return _visits * Enumerable.Range(0, _sizes.Length).Sum(g => _sizes[g] * Square(_means[g].Average() - mean));
        }
    }

    internal double InteractionSumOfSquares
    {
        get
        {
            double sum = 0.0;
            for (int t = 0; t < _visits; t++)
            {
                int visit = t;
                double mean = Weighted(g => _means[g][visit] - _means[g].Average());
                sum += Enumerable.Range(0, _sizes.Length)
                    .Sum(g => _sizes[g] * Square(_means[g][visit] - _means[g].Average() - mean));
            }

            return sum;
        }
    }

    internal static CellMeans Of(ReadOnlySpan<double> values, int visits, ReadOnlySpan<int> group)
    {
        int groups = 0;
        foreach (int number in group)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(group));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(number, group.Length, nameof(group));
            groups = Math.Max(groups, number + 1);
        }

        double[][] means = new double[Math.Max(1, groups)][];
        int[] sizes = new int[means.Length];
        for (int g = 0; g < means.Length; g++)
        {
            means[g] = new double[visits];
            sizes[g] = group.Count(g);
        }

        for (int i = 0; i < values.Length; i++)
        {
            int g = group[i / visits];
            means[g][i % visits] += Require.Finite(values[i], nameof(values)) / sizes[g];
        }

        return new CellMeans(means, sizes, visits);
    }

    internal double TimeSumOfSquares(TimeAverage average)
    {
        double[] visit = new double[_visits];
        for (int t = 0; t < _visits; t++)
        {
            int number = t;
            visit[t] = average == TimeAverage.Patients
                ? Weighted(g => _means[g][number])
                : Enumerable.Range(0, _sizes.Length).Where(g => _sizes[g] > 0).Average(g => _means[g][number]);
        }

        double mean = visit.Average();
        double patients = average == TimeAverage.Patients
            ? _sizes.Sum()
            : Square(Groups) / _sizes.Where(s => s > 0).Sum(s => 1.0 / s);
        return patients * visit.Sum(v => Square(v - mean));
    }

    /// <summary>Covariance of the visits within groups, pooled, visits × visits; needs more patients than groups.</summary>
    internal double[] CovarianceWithin(ReadOnlySpan<double> values, ReadOnlySpan<int> group)
    {
        double[] covariance = new double[_visits * _visits];
        double degrees = group.Length - Groups;
        double[] deviations = new double[_visits];
        for (int i = 0; i < group.Length; i++)
        {
            for (int t = 0; t < _visits; t++)
            {
                deviations[t] = values[(i * _visits) + t] - _means[group[i]][t];
            }

            for (int s = 0; s < _visits; s++)
            {
                for (int t = 0; t < _visits; t++)
                {
                    covariance[(s * _visits) + t] += deviations[s] * deviations[t] / degrees;
                }
            }
        }

        return covariance;
    }

    private double Weighted(Func<int, double> value) =>
        Enumerable.Range(0, _sizes.Length).Sum(g => _sizes[g] * value(g)) / _sizes.Sum();

    private static double Square(double x) => x * x;
}
