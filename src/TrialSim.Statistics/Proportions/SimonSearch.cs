namespace TrialSim.Statistics.Proportions;

/// <summary>Exhaustive search of two-stage designs, with tables of binomial probabilities made once.</summary>
internal sealed class SimonSearch
{
    private readonly double _alpha;
    private readonly double _power;
    private readonly int _maximum;
    private readonly Table _null;
    private readonly Table _alternative;

    internal SimonSearch(double nullProbability, double alternativeProbability, double alpha, double power, int maximum)
    {
        _alpha = alpha;
        _power = power;
        _maximum = maximum;
        _null = new Table(nullProbability, maximum);
        _alternative = new Table(alternativeProbability, maximum);
    }

    /// <summary>For ascending n, the design of smallest mean number of patients, where it is smaller than that of any smaller n.</summary>
    internal List<SimonDesign> Undominated()
    {
        List<SimonDesign> designs = [];
        double best = double.PositiveInfinity;
        for (int n = 2; n <= _maximum; n++)
        {
            if (!CanReachPower(n))
            {
                continue;
            }

            SimonDesign found = default;
            for (int n1 = 1; n1 < n && n1 < best; n1++)
            {
                best = SearchFirstStage(n1, n, best, ref found);
            }

            if (found.Patients == n)
            {
                designs.Add(found);
            }
        }

        return designs;
    }

    private double SearchFirstStage(int n1, int n, double best, ref SimonDesign found)
    {
        int limit = n - 1;
        for (int r1 = 0; r1 < n1 && 1.0 - _alternative.Tail(n1, r1) <= 1.0 - _power; r1++)
        {
            double mean = n1 + (_null.Tail(n1, r1) * (n - n1));
            if (mean >= best)
            {
                continue;
            }

            limit = Math.Max(limit, r1);

            // A later stop rejects less often, so that the smallest limit with the right α falls as r1 rises.
            while (limit > r1 && _null.Rejects(r1, n1, limit - 1, n) <= _alpha)
            {
                limit--;
            }

            if (_null.Rejects(r1, n1, limit, n) <= _alpha && _alternative.Rejects(r1, n1, limit, n) >= _power)
            {
                best = mean;
                found = new SimonDesign(r1, n1, limit, n);
            }
        }

        return best;
    }

    /// <summary>Whether the best of all tests with n patients, which may toss a coin at its limit, has the power (Neyman and Pearson).</summary>
    private bool CanReachPower(int n)
    {
        int limit = n;
        while (limit > 0 && _null.Tail(n, limit - 1) <= _alpha)
        {
            limit--;
        }

        double left = _alpha - _null.Tail(n, limit);
        double share = limit > 0 ? left / _null.Density(n, limit) : 1.0;
        return _alternative.Tail(n, limit) + (share * _alternative.Density(n, limit)) >= _power - 1e-12;
    }

    /// <summary>Densities and upper tails of binomial counts of up to so many trials, by Pascal's rule: sums of what is positive.</summary>
    private sealed class Table
    {
        private readonly double[][] _densities;
        private readonly double[][] _tails;

        internal Table(double probability, int maximum)
        {
            _densities = new double[maximum + 1][];
            _tails = new double[maximum + 1][];
            _densities[0] = [1.0];
            for (int n = 0; n <= maximum; n++)
            {
                double[] densities = new double[n + 1];
                for (int k = 0; k <= n; k++)
                {
                    densities[k] = n == 0 ? 1.0
                        : (k > 0 ? probability * _densities[n - 1][k - 1] : 0.0)
                            + (k < n ? (1.0 - probability) * _densities[n - 1][k] : 0.0);
                }

                double[] tails = new double[n + 1];
                for (int k = n - 1; k >= 0; k--)
                {
                    tails[k] = tails[k + 1] + densities[k + 1];
                }

                _densities[n] = densities;
                _tails[n] = tails;
            }
        }

        /// <summary>P(X = k).</summary>
        internal double Density(int n, int k) => _densities[n][k];

        /// <summary>P(X &gt; k), for k of 0 or above.</summary>
        internal double Tail(int n, int k) => _tails[n][k];

        /// <summary>Probability of more than r1 among n1 and more than r among n.</summary>
        internal double Rejects(int r1, int n1, int r, int n)
        {
            double[] first = _densities[n1];
            double[] second = _tails[n - n1];
            double sum = r < n1 ? _tails[n1][Math.Max(r, r1)] : 0.0;
            int highest = Math.Min(r, n1);
            for (int x = Math.Max(r1 + 1, r - (n - n1) + 1); x <= highest; x++)
            {
                sum += first[x] * second[r - x];
            }

            return sum;
        }
    }
}
