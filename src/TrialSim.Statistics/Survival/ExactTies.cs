namespace TrialSim.Statistics.Survival;

/// <summary>
/// The denominator of the discrete partial likelihood (Cox 1972): of d patients drawn from a risk set, each set of d with the product of
/// its hazards as weight, the log of the total weight, and mean and covariance of the sum of their covariates, for every d at once. A patient
/// joins in time d by the recursion of Gail, Lubin and Rubinstein (1981), written as a mixture of the sets without and with the patient, so
/// that nothing overflows and nothing is subtracted. R's <c>coxph(ties = "exact")</c>.
/// </summary>
internal sealed class ExactTies(int covariates)
{
    private readonly double[] _shift = new double[covariates];
    private double[] _logWeight = [];
    private double[] _mean = [];
    private double[] _covariance = [];
    private int _members;
    private int _most;

    /// <summary>Begins with an empty risk set from which at most <paramref name="most"/> are drawn.</summary>
    internal void Clear(int most)
    {
        if (_logWeight.Length <= most)
        {
            _logWeight = new double[most + 1];
            _mean = new double[(most + 1) * covariates];
            _covariance = new double[(most + 1) * covariates * covariates];
        }

        _members = 0;
        _most = most;
        _logWeight[0] = 0.0;
    }

    internal void Add(double logHazard, ReadOnlySpan<double> row)
    {
        if (_members < _most)
        {
            _members++;
            _logWeight[_members] = double.NegativeInfinity;
            Mean(_members).Clear();
            Covariance(_members).Clear();
        }

        for (int drawn = _members; drawn >= 1; drawn--)
        {
            double odds = logHazard + _logWeight[drawn - 1] - _logWeight[drawn];
            if (double.IsNaN(odds) || double.IsNegativeInfinity(odds))
            {
                continue;
            }

            double without = odds > 0.0 ? Math.Exp(-odds) : 1.0;
            double with = odds > 0.0 ? 1.0 : Math.Exp(odds);
            double total = without + with;
            _logWeight[drawn] = odds > 0.0 ? logHazard + _logWeight[drawn - 1] + Math.Log(total) : _logWeight[drawn] + Math.Log(total);
            Mix(drawn, with / total, without / total, row);
        }
    }

    internal double LogWeight(int drawn) => _logWeight[drawn];

    internal Span<double> Mean(int drawn) => _mean.AsSpan(drawn * covariates, covariates);

    /// <summary>Row by row; only the part up to the diagonal is kept.</summary>
    internal Span<double> Covariance(int drawn) => _covariance.AsSpan(drawn * covariates * covariates, covariates * covariates);

    private void Mix(int drawn, double with, double without, ReadOnlySpan<double> row)
    {
        Span<double> mean = Mean(drawn);
        Span<double> fewerMean = Mean(drawn - 1);
        Span<double> covariance = Covariance(drawn);
        Span<double> fewerCovariance = Covariance(drawn - 1);
        for (int a = 0; a < covariates; a++)
        {
            _shift[a] = fewerMean[a] + row[a] - mean[a];
        }

        for (int a = 0; a < covariates; a++)
        {
            mean[a] += with * _shift[a];
            for (int b = 0; b <= a; b++)
            {
                int index = (a * covariates) + b;
                covariance[index] = (without * covariance[index]) + (with * fewerCovariance[index]) + (with * without * _shift[a] * _shift[b]);
            }
        }
    }
}
