namespace TrialSim.Statistics.Survival;

/// <summary>
/// The log partial likelihood of a Cox regression with its derivatives, on the scale of the standardised covariates. One pass from the latest
/// event to the earliest: patients join the sums over the risk set at their stop and leave them at their start.
/// </summary>
internal sealed class CoxLikelihood
{
    // When so little of a risk set is left that the digits of what left it show, the sums are made anew.
    private const double SmallestRest = 1e-4;

    private readonly CoxOrder _order;
    private readonly TieHandling _ties;
    private readonly int _count;
    private readonly double[] _weight;
    private readonly double[] _predictor;
    private readonly double[] _riskSum;
    private readonly double[] _riskSquares;
    private readonly double[] _eventSum;
    private readonly double[] _eventSquares;
    private readonly double[] _mean;
    private readonly ExactTies _exact;
    private double _riskWeight;
    private double _heaviestRisk;
    private double _eventWeight;

    internal CoxLikelihood(CoxOrder order, TieHandling ties)
    {
        _order = order;
        _ties = ties;
        _count = order.CovariateCount;
        _weight = new double[order.Length];
        _predictor = new double[order.Length];
        _riskSum = new double[_count];
        _riskSquares = new double[_count * _count];
        _eventSum = new double[_count];
        _eventSquares = new double[_count * _count];
        _mean = new double[_count];
        _exact = new ExactTies(_count);
        Score = new double[_count];
        Information = new double[_count * _count];
    }

    internal double[] Scale => _order.Scale;

    /// <summary>At the last coefficients asked for.</summary>
    internal double Value { get; private set; }

    /// <summary>First derivative.</summary>
    internal double[] Score { get; }

    /// <summary>Minus the second derivative, row by row.</summary>
    internal double[] Information { get; }

    internal void At(ReadOnlySpan<double> coefficients)
    {
        Value = 0.0;
        Score.AsSpan().Clear();
        Information.AsSpan().Clear();
        int start = 0;
        foreach (int end in _order.StratumEnds)
        {
            Weigh(coefficients, start, end);
            AddStratum(start, end);
            start = end;
        }

        for (int a = 0; a < _count; a++)
        {
            for (int b = 0; b < a; b++)
            {
                Information[(b * _count) + a] = Information[(a * _count) + b];
            }
        }
    }

    /// <summary>Hazards relative to the largest of the stratum, which cancels, so that none overflows.</summary>
    private void Weigh(ReadOnlySpan<double> coefficients, int start, int end)
    {
        double largest = double.NegativeInfinity;
        for (int i = start; i < end; i++)
        {
            double predictor = 0.0;
            ReadOnlySpan<double> row = Row(i);
            for (int k = 0; k < row.Length; k++)
            {
                predictor += coefficients[k] * row[k];
            }

            _predictor[i] = predictor;
            largest = Math.Max(largest, predictor);
        }

        for (int i = start; i < end; i++)
        {
            _predictor[i] -= largest;
            _weight[i] = Math.Exp(_predictor[i]);
        }
    }

    private void AddStratum(int start, int end)
    {
        ClearRisk();

        // Sets of tied events are counted as the risk set grows; where patients also leave it, anew for each of them.
        int most = _ties == TieHandling.Exact ? _order.MaxTied(start, end) : 1;
        bool isCarriedOn = most > 1 && _order.Start.Length == 0;
        _exact.Clear(isCarriedOn ? most : 0);
        int leaving = start;
        for (int i = start; i < end;)
        {
            double day = _order.Stop[i];
            int events = 0;
            _eventWeight = 0.0;
            _eventSum.AsSpan().Clear();
            _eventSquares.AsSpan().Clear();
            for (; i < end && _order.Stop[i] == day; i++)
            {
                Add(i, _weight[i], ref _riskWeight, _riskSum, _riskSquares);
                _heaviestRisk = Math.Max(_heaviestRisk, _riskWeight);
                if (isCarriedOn)
                {
                    _exact.Add(_predictor[i], Row(i));
                }

                if (_order.HasEvent[i])
                {
                    events++;
                    Add(i, _weight[i], ref _eventWeight, _eventSum, _eventSquares);
                    AddEvent(i);
                }
            }

            if (events > 0)
            {
                leaving = RemoveNotYetEntered(leaving, end, day);
                if (_riskWeight < SmallestRest * _heaviestRisk)
                {
                    AddUpRisk(start, i, day);
                }

                if (_ties != TieHandling.Exact || events == 1)
                {
                    AddRiskSet(events);
                    continue;
                }

                if (!isCarriedOn)
                {
                    CountSets(start, i, day, events);
                }

                AddExactly(events);
            }
        }
    }

    /// <summary>Of those added so far, the ones whose start is not before the day leave the risk set, for this day and all earlier ones.</summary>
    private int RemoveNotYetEntered(int leaving, int end, double day)
    {
        for (; _order.Start.Length > 0 && leaving < end && _order.Start[leaving] >= day; leaving++)
        {
            int entry = _order.StartPosition[leaving];
            Add(entry, -_weight[entry], ref _riskWeight, _riskSum, _riskSquares);
        }

        return leaving;
    }

    private void AddUpRisk(int start, int end, double day)
    {
        ClearRisk();
        for (int i = start; i < end; i++)
        {
            if (_order.StartOfEntry[i] < day)
            {
                Add(i, _weight[i], ref _riskWeight, _riskSum, _riskSquares);
            }
        }

        _heaviestRisk = _riskWeight;
    }

    private void AddEvent(int entry)
    {
        Value += _predictor[entry];
        ReadOnlySpan<double> row = Row(entry);
        for (int k = 0; k < row.Length; k++)
        {
            Score[k] += row[k];
        }
    }

    private void AddRiskSet(int events)
    {
        // Of d tied events, Efron's k-th (from 0) faces a risk set from which k/d of each has gone; Breslow's all face the same.
        bool isRepeated = _ties == TieHandling.Breslow;
        int steps = isRepeated ? 1 : events;
        double times = isRepeated ? events : 1.0;
        for (int step = 0; step < steps; step++)
        {
            double gone = (double)step / events;
            double total = _riskWeight - (gone * _eventWeight);

            // Hazards so far apart that a risk set has none left: no place to be.
            Value = total > 0.0 ? Value - (times * Math.Log(total)) : double.NegativeInfinity;
            for (int a = 0; a < _count; a++)
            {
                _mean[a] = (_riskSum[a] - (gone * _eventSum[a])) / total;
                Score[a] -= times * _mean[a];
                for (int b = 0; b <= a; b++)
                {
                    int index = (a * _count) + b;
                    Information[index] += times * (((_riskSquares[index] - (gone * _eventSquares[index])) / total) - (_mean[a] * _mean[b]));
                }
            }
        }
    }

    private void CountSets(int start, int end, double day, int events)
    {
        _exact.Clear(events);
        for (int i = start; i < end; i++)
        {
            if (_order.StartOfEntry[i] < day)
            {
                _exact.Add(_predictor[i], Row(i));
            }
        }
    }

    private void AddExactly(int events)
    {
        Value -= _exact.LogWeight(events);
        ReadOnlySpan<double> mean = _exact.Mean(events);
        ReadOnlySpan<double> covariance = _exact.Covariance(events);
        for (int a = 0; a < _count; a++)
        {
            Score[a] -= mean[a];
            for (int b = 0; b <= a; b++)
            {
                Information[(a * _count) + b] += covariance[(a * _count) + b];
            }
        }
    }

    private void Add(int entry, double weight, ref double total, double[] sum, double[] squares)
    {
        total += weight;
        ReadOnlySpan<double> row = Row(entry);
        for (int a = 0; a < row.Length; a++)
        {
            double weighted = weight * row[a];
            sum[a] += weighted;
            for (int b = 0; b <= a; b++)
            {
                squares[(a * _count) + b] += weighted * row[b];
            }
        }
    }

    private void ClearRisk()
    {
        _riskWeight = 0.0;
        _heaviestRisk = 0.0;
        _riskSum.AsSpan().Clear();
        _riskSquares.AsSpan().Clear();
    }

    private ReadOnlySpan<double> Row(int entry) => _order.Covariates.AsSpan(entry * _count, _count);
}
