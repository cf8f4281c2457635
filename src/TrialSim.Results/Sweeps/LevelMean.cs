using TrialSim.Results.Summary;

namespace TrialSim.Results.Sweeps;

/// <summary>
/// The mean of a figure over cells of a sweep. Cells of one seed share their luck: the error is that of the mean over replicates of what each has shown on average over the cells. Cells with seeds of their own add their variances.
/// </summary>
internal sealed class LevelMean
{
    private double[] _sums = [];
    private int[] _counts = [];
    private double _values;
    private double _variances;
    private bool _hasErrors = true;
    private OperatingCharacteristic? _only;
    private ulong _seed;
    private bool _isPaired = true;
    private long _replicates;

    /// <summary>Cells that have the figure.</summary>
    public int Cells { get; private set; }

    /// <summary>The mean over the cells; null where there are none.</summary>
    public double? Value => Cells > 0 ? _values / Cells : null;

    /// <summary>Its Monte Carlo standard error; null where it is not known.</summary>
    public double? Error => Cells == 0 || !_hasErrors ? null
        : Cells == 1 ? _only!.MonteCarloStandardError
        : _isPaired ? PairedError(Mean)
        : Math.Sqrt(_variances) / Cells;

    /// <summary>The 95 % Monte Carlo interval of the value: that of the cell where it is one.</summary>
    public (double? Lower, double? Upper) Interval(string unit)
    {
        if (Cells == 1)
        {
            return (_only!.Lower, _only.Upper);
        }

        (double? lower, double? upper) = (Value - (Share.NormalQuantile975 * Error), Value + (Share.NormalQuantile975 * Error));
        return unit == "probability" ? (lower is double low ? Math.Max(0.0, low) : null, upper is double high ? Math.Min(1.0, high) : null) : (lower, upper);
    }

    /// <summary>Takes a cell that has the figure.</summary>
    public void Add(CellRecord record, CellFigure figure)
    {
        double value = figure.Row.Value!.Value;
        if (Cells == 0)
        {
            _seed = record.Seed;
            _sums = new double[figure.Series.Length];
            _counts = new int[figure.Series.Length];
        }

        _only = figure.Row;
        Cells++;
        _values += value;
        _variances += figure.Row.MonteCarloStandardError is double error ? error * error : 0.0;
        _hasErrors &= figure.Row.MonteCarloStandardError.HasValue;
        _isPaired &= record.Seed == _seed && figure.Series.Length == _sums.Length;
        _replicates = record.Replicates;
        for (int replicate = 0; replicate < Math.Min(figure.Series.Length, _sums.Length); replicate++)
        {
            if (!float.IsNaN(figure.Series[replicate]))
            {
                _sums[replicate] += figure.Series[replicate];
                _counts[replicate]++;
            }
        }
    }

    /// <summary>The Monte Carlo standard error of this mean less another one; null where it is not known.</summary>
    public double? ErrorOfDifferenceFrom(LevelMean other)
    {
        if (Error is not double own || other.Error is not double others)
        {
            return null;
        }

        return _isPaired && other._isPaired && _seed == other._seed && _sums.Length == other._sums.Length
            ? PairedError(replicate => Mean(replicate) - other.Mean(replicate))
            : Math.Sqrt((own * own) + (others * others));
    }

    private double Mean(int replicate) => _counts[replicate] > 0 ? _sums[replicate] / _counts[replicate] : double.NaN;

    // The first replicates are known one by one; the mean is of all.
    private double? PairedError(Func<int, double> shown)
    {
        RunningMoments moments = new();
        for (int replicate = 0; replicate < _sums.Length; replicate++)
        {
            double value = shown(replicate);
            if (!double.IsNaN(value))
            {
                moments.Add(value);
            }
        }

        double divisor = _only!.Unit == "probability" ? Math.Sqrt((moments.Count - 1.0) / moments.Count) : 1.0; // That of shares everywhere.
        return moments.Count > 1 ? divisor * moments.StandardError * Math.Sqrt(_sums.Length / (double)_replicates) : null;
    }
}
