using TrialSim.Statistics.Parametric;

namespace TrialSim.Statistics.IntervalCensored;

/// <summary>Probabilities of the innermost intervals, and the steps that raise their likelihood.</summary>
internal sealed class NpmleSearch
{
    // Newton's steps solve as many equations as there are intervals with probability.
    private const int MaxForNewton = 250;
    private const double Negligible = 1e-14;

    private readonly IntervalCounts _counts;
    private readonly InnermostIntervals _innermost;
    private readonly double[] _probability;
    private readonly double[] _covered;
    private readonly double[] _gradient;
    private readonly double[] _sums;

    internal NpmleSearch(IntervalCounts counts, InnermostIntervals innermost)
    {
        _counts = counts;
        _innermost = innermost;
        _probability = new double[innermost.Length];
        Array.Fill(_probability, 1.0 / innermost.Length);
        _covered = new double[counts.Length];
        _gradient = new double[innermost.Length];
        _sums = new double[innermost.Length + 1];
        LogLikelihood = Evaluate(_probability);
    }

    internal double LogLikelihood { get; private set; }

    internal ReadOnlySpan<double> Probability => _probability;

    /// <summary>Largest gain per patient of moving probability to one interval; 0 at the maximum.</summary>
    internal double Gap()
    {
        LogLikelihood = Evaluate(_probability);
        FillGradient();
        double gap = 0.0;
        foreach (double gradient in _gradient)
        {
            gap = Math.Max(gap, (gradient / _counts.Patients) - 1.0);
        }

        return gap;
    }

    /// <summary>Kaplan–Meier: the mass of a censored patient goes to those after.</summary>
    internal void Redistribute()
    {
        // Events and censorings by interval: a censored patient covers all from First on, so is at risk of the ones before.
        double[] events = new double[_innermost.Length];
        double[] leaving = new double[_innermost.Length + 1];
        for (int i = 0; i < _counts.Length; i++)
        {
            if (_counts.HasEvent(i))
            {
                events[_innermost.First[i]] += _counts.Count[i];
            }
            else
            {
                leaving[_innermost.First[i]] += _counts.Count[i];
            }
        }

        double atRisk = _counts.Patients;
        double survival = 1.0;
        for (int j = 0; j < events.Length; j++)
        {
            bool isExact = _innermost.Lower[j] == _innermost.Upper[j];
            atRisk -= isExact ? leaving[j] : 0.0;
            double surviving = isExact ? survival * (atRisk - events[j]) / atRisk : 0.0;
            _probability[j] = survival - surviving;
            atRisk -= events[j];
            survival = surviving;
        }

        LogLikelihood = Evaluate(_probability);
    }

    /// <summary>Each interval gets its expected number of events (self-consistency).</summary>
    internal void Expect()
    {
        Evaluate(_probability);
        FillGradient();
        double total = 0.0;
        for (int j = 0; j < _probability.Length; j++)
        {
            _probability[j] *= _gradient[j] / _counts.Patients;
            total += _probability[j];
        }

        for (int j = 0; j < _probability.Length; j++)
        {
            _probability[j] /= total;
        }

        LogLikelihood = Evaluate(_probability);
    }

    /// <summary>A step of the iterative convex minorant on the distribution function, shortened until the likelihood rises.</summary>
    internal void Minorant()
    {
        int count = _probability.Length - 1;
        if (count < 1)
        {
            return;
        }

        double[] slope = new double[count];
        double[] weight = new double[count];
        for (int i = 0; i < _counts.Length; i++)
        {
            double first = _counts.Count[i] / _covered[i];
            double second = first / _covered[i];
            int below = _innermost.First[i] - 1;
            int last = _innermost.Last[i];
            if (below >= 0)
            {
                slope[below] -= first;
                weight[below] += second;
            }

            if (last < count)
            {
                slope[last] += first;
                weight[last] += second;
            }
        }

        double[] target = new double[count];
        double cumulative = 0.0;
        for (int j = 0; j < count; j++)
        {
            cumulative += _probability[j];
            target[j] = cumulative + (slope[j] / weight[j]);
        }

        PoolAdjacent(target, weight);
        double[] proposed = new double[_probability.Length];
        double before = 0.0;
        for (int j = 0; j < count; j++)
        {
            double here = Math.Clamp(target[j], 0.0, 1.0);
            proposed[j] = here - before;
            before = here;
        }

        proposed[count] = 1.0 - before;
        Accept(proposed, 40);
    }

    /// <summary>Newton's step on the intervals that have probability; intervals that it would make negative lose theirs.</summary>
    internal void Newton()
    {
        int[] free = [.. Enumerable.Range(0, _probability.Length).Where(j => _probability[j] > Negligible)];
        if (free.Length > MaxForNewton)
        {
            return;
        }

        // Σ count·ln(covered) − patients·Σ probability has its maximum at the estimate, without a side condition.
        Evaluate(_probability);
        FillGradient();
        double[] right = new double[free.Length];
        double[,] information = new double[free.Length, free.Length];
        for (int k = 0; k < free.Length; k++)
        {
            right[k] = _gradient[free[k]] - _counts.Patients;
        }

        for (int i = 0; i < _counts.Length; i++)
        {
            double weight = _counts.Count[i] / (_covered[i] * _covered[i]);
            int from = Array.BinarySearch(free, _innermost.First[i]);
            from = from < 0 ? ~from : from;
            for (int k = from; k < free.Length && free[k] <= _innermost.Last[i]; k++)
            {
                for (int l = from; l <= k; l++)
                {
                    information[k, l] += weight;
                }
            }
        }

        for (int k = 0; k < free.Length; k++)
        {
            for (int l = 0; l < k; l++)
            {
                information[l, k] = information[k, l];
            }
        }

        if (!PositiveDefinite.TrySolve(information, right, out double[] step))
        {
            return;
        }

        double[] proposed = [.. _probability];
        double total = 0.0;
        for (int k = 0; k < free.Length; k++)
        {
            proposed[free[k]] = Math.Max(0.0, proposed[free[k]] + step[k]);
        }

        foreach (double probability in proposed)
        {
            total += probability;
        }

        for (int j = 0; j < proposed.Length; j++)
        {
            proposed[j] = proposed[j] / total;
        }

        Accept(proposed, 1);
    }

    private void Accept(double[] proposed, int attempts)
    {
        // A change within the rounding of the likelihood is taken: the last steps are of that size.
        double tolerance = 1e-14 * (1.0 + Math.Abs(LogLikelihood));
        double[] mixed = new double[proposed.Length];
        double length = 1.0;
        for (int attempt = 0; attempt < attempts; attempt++, length *= 0.5)
        {
            for (int j = 0; j < mixed.Length; j++)
            {
                mixed[j] = length == 1.0 ? proposed[j] : _probability[j] + (length * (proposed[j] - _probability[j]));
            }

            double reached = Evaluate(mixed);
            if (reached >= LogLikelihood - tolerance)
            {
                mixed.CopyTo(_probability, 0);
                LogLikelihood = reached;
                return;
            }
        }

        LogLikelihood = Evaluate(_probability);
    }

    /// <summary>The log likelihood; fills the probability that each observation covers.</summary>
    private double Evaluate(double[] probability)
    {
        for (int j = 0; j < probability.Length; j++)
        {
            _sums[j + 1] = _sums[j] + probability[j];
        }

        double total = _sums[^1];
        double logLikelihood = 0.0;
        for (int i = 0; i < _covered.Length; i++)
        {
            int first = _innermost.First[i];
            int last = _innermost.Last[i];
            _covered[i] = first == last ? probability[first] : (last == probability.Length - 1 ? total : _sums[last + 1]) - _sums[first];
            logLikelihood += _counts.Count[i] * Math.Log(_covered[i]);
        }

        return double.IsNaN(logLikelihood) ? double.NegativeInfinity : logLikelihood;
    }

    /// <summary>For each interval the sum of count/covered over the observations that cover it; needs <see cref="Evaluate"/> first.</summary>
    private void FillGradient()
    {
        Array.Clear(_gradient);
        for (int i = 0; i < _covered.Length; i++)
        {
            double term = _counts.Count[i] / _covered[i];
            _gradient[_innermost.First[i]] += term;
            if (_innermost.Last[i] + 1 < _gradient.Length)
            {
                _gradient[_innermost.Last[i] + 1] -= term;
            }
        }

        for (int j = 1; j < _gradient.Length; j++)
        {
            _gradient[j] += _gradient[j - 1];
        }
    }

    /// <summary>Weighted isotonic regression in place: neighbours out of order are replaced by their mean.</summary>
    private static void PoolAdjacent(double[] value, double[] weight)
    {
        int[] start = new int[value.Length];
        double[] mean = new double[value.Length];
        double[] mass = new double[value.Length];
        int blocks = 0;
        for (int j = 0; j < value.Length; j++)
        {
            start[blocks] = j;
            mean[blocks] = value[j];
            mass[blocks] = weight[j];
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1])
            {
                double both = mass[blocks - 2] + mass[blocks - 1];
                mean[blocks - 2] = ((mean[blocks - 2] * mass[blocks - 2]) + (mean[blocks - 1] * mass[blocks - 1])) / both;
                mass[blocks - 2] = both;
                blocks--;
            }
        }

        for (int b = 0; b < blocks; b++)
        {
            int end = b + 1 < blocks ? start[b + 1] : value.Length;
            value.AsSpan(start[b], end - start[b]).Fill(mean[b]);
        }
    }
}
