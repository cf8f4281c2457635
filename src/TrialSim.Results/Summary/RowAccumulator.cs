using TrialSim.Engine.Analyses;
using TrialSim.Results.Tables;
using TrialSim.Statistics;

namespace TrialSim.Results.Summary;

/// <summary>Adds one row of the layout up over replicates.</summary>
internal sealed class RowAccumulator
{
    private readonly RowNames _names;
    private readonly MeasureTraits _measure;
    private RunningMoments _patients;
    private RunningMoments _events;
    private RunningMoments _estimate;
    private readonly EstimateQuantiles _quantiles = new();
    private RunningMoments _width;
    private RunningMoments _z;
    private long _replicates;
    private long _rejected;
    private long _rejectedForBenefit;
    private long _notEstimable;

    public RowAccumulator(RowNames names, RowMeasure measure)
    {
        _names = names;
        _measure = MeasureTraits.Of(measure);
    }

    /// <summary>Takes the row of one more replicate.</summary>
    public void Add(in ResultRow row, bool isReached)
    {
        _replicates++;
        if (!isReached)
        {
            _notEstimable++;
            return;
        }

        _patients.Add(row.Patients);
        _events.Add(row.Events);
        if (row.Reason != NotEstimable.None)
        {
            _notEstimable++;
            if (_measure.Error == EstimateError.Limits && row.Reason == NotEstimable.NotReached)
            {
                _quantiles.Add(double.PositiveInfinity); // Longer than any that was reached.
            }

            return;
        }

        if (_measure.HasEstimate)
        {
            double estimate = _measure.InUnit(row.Estimate);
            _quantiles.Add(estimate);
            _estimate.Add(_measure.Scale == EstimateScale.Logarithmic ? Math.Log(estimate) : estimate);
        }

        if (_measure.HasInterval && WidthOf(row) is var width && double.IsFinite(width))
        {
            _width.Add(width);
        }

        _z.Add(row.Z);
        if (row.Verdict == Verdict.Rejected)
        {
            _rejected++;
            _rejectedForBenefit += row.Z > 0 ? 1 : 0;
        }
    }

    /// <summary>The operating characteristics that follow from the row.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise()
    {
        if (!_measure.IsTest && !_measure.HasEstimate)
        {
            OperatingCharacteristic patients = Mean(Measures.Patients, "patients", _patients);
            return _measure.CountsEvents ? [patients, Mean(Measures.Events, "events", _events)] : [patients];
        }

        IEnumerable<OperatingCharacteristic> rejections = _measure.IsTest ? Rejections() : [];
        return _measure.Scale switch
        {
            EstimateScale.None => [.. rejections, Mean(Measures.MeanZ, "z", _z)],
            EstimateScale.Logarithmic => [.. rejections, .. WithQuantiles(GeometricMean(_measure.Summary, _measure.Unit, _estimate))],
            _ => [.. rejections, .. WithQuantiles(Mean(_measure.Summary, _measure.Unit, _estimate))],
        };
    }

    /// <summary>How the estimate is spread over replicates; nothing of a row without one.</summary>
    public IEnumerable<DistributionBin> Distribution() => _measure.HasEstimate
        ? _quantiles.Distribution(Blank(_measure.Summary, _measure.Unit), _measure.Scale == EstimateScale.Logarithmic ? HistogramScale.Logarithmic : HistogramScale.Linear)
        : [];

    private IEnumerable<OperatingCharacteristic> WithQuantiles(OperatingCharacteristic mean) =>
        [mean, .. _quantiles.Summarise(Blank(mean.Measure, mean.Unit)), .. _measure.HasInterval ? [Width(mean.Unit)] : Array.Empty<OperatingCharacteristic>()];

    // On the logarithmic scale, where a ratio is estimated.
    private double WidthOf(in ResultRow row) => _measure.Scale == EstimateScale.Logarithmic
        ? Math.Log(row.Upper / row.Lower)
        : _measure.InUnit(row.Upper) - _measure.InUnit(row.Lower);

    private OperatingCharacteristic Width(string unit)
    {
        long reached = _replicates - _notEstimable;
        OperatingCharacteristic width = _measure.Scale == EstimateScale.Logarithmic ? GeometricMean(Measures.IntervalRatio, unit, _width) : Mean(Measures.IntervalWidth, unit, _width);
        return width with { NotEstimable = _notEstimable + reached - _width.Count };
    }

    // A replicate in which the test could not be done, or whose look never came, has not rejected.
    private IEnumerable<OperatingCharacteristic> Rejections() =>
    [
        Share.Of(_rejected, _replicates, Blank(Measures.Power, "probability")),
        .. _measure.Test == TestDirection.Directed
            ? [Share.Of(_rejectedForBenefit, _replicates, Blank(Measures.PowerForBenefit, "probability"))]
            : Array.Empty<OperatingCharacteristic>(),
    ];

    private OperatingCharacteristic Mean(string measure, string unit, RunningMoments moments) => MeanOf(Blank(measure, unit), moments);

    /// <summary>Fills a row in with a mean, its standard error and the normal interval.</summary>
    internal static OperatingCharacteristic MeanOf(OperatingCharacteristic blank, RunningMoments moments)
    {
        if (moments.Count == 0)
        {
            return blank;
        }

        if (moments.Count == 1)
        {
            return blank with { Value = moments.Mean, Replicates = 1 }; // One number shows nothing of its error.
        }

        double half = Share.NormalQuantile975 * moments.StandardError;
        return blank with
        {
            Value = moments.Mean,
            MonteCarloStandardError = moments.StandardError,
            Lower = moments.Mean - half,
            Upper = moments.Mean + half,
            Replicates = moments.Count,
        };
    }

    private OperatingCharacteristic GeometricMean(string measure, string unit, RunningMoments logarithms) => Exponential(Mean(measure, unit, logarithms));

    /// <summary>The geometric mean from the mean of logarithms.</summary>
    internal static OperatingCharacteristic Exponential(OperatingCharacteristic logarithmic)
    {
        if (logarithmic.Value is not double mean)
        {
            return logarithmic;
        }

        return logarithmic with
        {
            Value = Math.Exp(mean),
            MonteCarloStandardError = Math.Exp(mean) * logarithmic.MonteCarloStandardError, // Delta method.
            Lower = ExpOf(logarithmic.Lower),
            Upper = ExpOf(logarithmic.Upper),
        };
    }

    private static double? ExpOf(double? value) => value is double number ? Math.Exp(number) : null;

    private OperatingCharacteristic Blank(string measure, string unit) => new(
        _names.Look, _names.Endpoint, _names.Analysis, _names.Arms, measure, unit, null, null, null, null, 0, _notEstimable);
}
