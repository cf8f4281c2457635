namespace TrialSim.Statistics.CompetingRisks;

/// <summary>
/// Scores and their variance in one stratum. A patient of group i counts as (1 − Fᵢ)/Sᵢ patients at risk of the subdistribution,
/// with Sᵢ the probability of no event and Fᵢ the incidence of the cause, just before the day.
/// </summary>
internal sealed class GrayScores(int groups, double rho)
{
    private readonly double[] _incidence = new double[groups];
    private readonly double[] _eventFree = Filled(groups, 1.0);
    private readonly int[] _atRisk = new int[groups];
    private readonly int[] _events = new int[groups];
    private readonly int[] _others = new int[groups];

    // The influence of an event of group k on score i is x + y·(final value of _drift[i, k]); sums of weight·x·x, weight·x·y and
    // weight·y·y let the final value be filled in at the end, so that one pass is enough.
    private readonly double[,] _drift = new double[groups, groups];
    private readonly double[,] _quadratic = new double[groups, groups];
    private readonly double[,] _cross = new double[groups, groups];
    private readonly double[] _square = new double[groups];
    private readonly double[,] _slope = new double[groups, groups];
    private double _pooled;

    internal void AddTo(
        double[] scores, double[,] variance, in CompetingSample sample, byte cause, ReadOnlySpan<int> rankOfGroup, ReadOnlySpan<int> order)
    {
        foreach (int patient in order)
        {
            _atRisk[rankOfGroup[sample.Group[patient]]]++;
        }

        for (int i = 0; i < order.Length;)
        {
            double day = sample.Days[order[i]];
            int first = i;
            Array.Clear(_events);
            Array.Clear(_others);
            for (; i < order.Length && sample.Days[order[i]] == day; i++)
            {
                byte ended = sample.Cause[order[i]];
                int group = rankOfGroup[sample.Group[order[i]]];
                _events[group] += ended == cause ? 1 : 0;
                _others[group] += ended != cause && ended != 0 ? 1 : 0;
            }

            AddDay(scores);
            foreach (int patient in order[first..i])
            {
                _atRisk[rankOfGroup[sample.Group[patient]]]--;
            }
        }

        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                variance[i, j] += _quadratic[i, j];
                for (int k = 0; k < groups; k++)
                {
                    variance[i, j] += (_drift[i, k] * _drift[j, k] * _square[k]) + (_drift[i, k] * _cross[j, k]) + (_drift[j, k] * _cross[i, k]);
                }
            }
        }
    }

    private void AddDay(double[] scores)
    {
        int events = _events.Sum();
        if (events + _others.Sum() == 0)
        {
            return;
        }

        // Of hazard form (patients over the event-free probability) and of subdistribution form.
        double exposure = 0.0;
        double subdistribution = 0.0;
        for (int g = 0; g < groups; g++)
        {
            if (_atRisk[g] > 0)
            {
                exposure += _atRisk[g] / _eventFree[g];
                subdistribution += _atRisk[g] * (1.0 - _incidence[g]) / _eventFree[g];
            }
        }

        double weight = Math.Pow(1.0 - _pooled, rho);
        double hazard = events == 0 ? 0.0 : events / (exposure * (1.0 - _pooled));
        double pooledAfter = _pooled + (events / exposure);
        for (int i = 0; i < groups; i++)
        {
            for (int k = 0; k < groups; k++)
            {
                double share = _atRisk[i] > 0 && _atRisk[k] > 0 ? _atRisk[k] / _eventFree[k] / exposure : 0.0;
                double own = _atRisk[i] > 0 ? _atRisk[i] / _eventFree[i] : 0.0;
                double slope = weight * own * ((i == k ? 1.0 : 0.0) - share);
                _slope[i, k] = slope;
                _drift[i, k] += slope == 0.0 ? 0.0 : slope * hazard;
            }
        }

        for (int i = 0; i < scores.Length; i++)
        {
            if (_atRisk[i] > 0)
            {
                scores[i] += weight * (_events[i] - (events * _atRisk[i] * (1.0 - _incidence[i]) / (_eventFree[i] * subdistribution)));
            }
        }

        for (int k = 0; k < groups; k++)
        {
            if (_atRisk[k] == 0)
            {
                continue;
            }

            int atRisk = _atRisk[k];
            double before = _eventFree[k];
            double after = before * (atRisk - _events[k] - _others[k]) / atRisk;
            double remaining = after > 0.0 ? (1.0 - pooledAfter) / after : 0.0;
            if (events > 0)
            {
                double ties = events > 1 ? 1.0 - ((events - 1) / ((exposure * before) - 1.0)) : 1.0;
                AddInfluence(k, 1.0, 1.0 - remaining, ties * before * events / (exposure * atRisk));
            }

            if (_others[k] > 0 && after > 0.0)
            {
                double ties = _others[k] > 1 ? 1.0 - ((_others[k] - 1.0) / (atRisk - 1.0)) : 1.0;
                AddInfluence(k, 0.0, remaining, ties * before * before * _others[k] / ((double)atRisk * atRisk));
            }

            _incidence[k] += before * _events[k] / atRisk;
            _eventFree[k] = after;
        }

        _pooled = pooledAfter;
    }

    private void AddInfluence(int k, double ofSlope, double y, double weight)
    {
        _square[k] += y * y * weight;
        for (int i = 0; i < groups - 1; i++)
        {
            double x = (ofSlope * _slope[i, k]) - (y * _drift[i, k]);
            _cross[i, k] += x * y * weight;
            for (int j = 0; j < groups - 1; j++)
            {
                _quadratic[i, j] += x * ((ofSlope * _slope[j, k]) - (y * _drift[j, k])) * weight;
            }
        }
    }

    private static double[] Filled(int length, double value)
    {
        double[] filled = new double[length];
        Array.Fill(filled, value);
        return filled;
    }
}
