namespace TrialSim.Results.Summary;

/// <summary>Keeps what each replicate reports and tells between which values most of them lie.</summary>
internal sealed class EstimateQuantiles
{
    private readonly OrderedNumbers _estimates = new();

    /// <summary>Takes one more; +∞ for a time that was not reached.</summary>
    public void Add(double estimate) => _estimates.Add(estimate);

    /// <summary>
    /// Fills rows in with the 2.5 %, 50 % and 97.5 % quantiles over replicates: the smallest value that at least this share does not exceed (R's type 1). The Monte Carlo
    /// interval is that of the order statistics. A quantile that lies among the values not reached stays empty.
    /// </summary>
    /// <param name="blank">A row with the name and unit of the estimate.</param>
    public IEnumerable<OperatingCharacteristic> Summarise(OperatingCharacteristic blank) => Summarise(blank, Measures.Quantiles);

    /// <summary>The same for other quantiles.</summary>
    /// <param name="blank">A row with the name and unit of the estimate.</param>
    /// <param name="probabilities">Which.</param>
    public IEnumerable<OperatingCharacteristic> Summarise(OperatingCharacteristic blank, IReadOnlyList<double> probabilities) =>
        probabilities.Select(probability => Quantile(probability, blank with { Measure = Measures.QuantileOf(blank.Measure, probability), NotEstimable = 0 }));

    /// <summary>How the values are spread; nothing where there is none that was reached.</summary>
    /// <param name="blank">A row with the name and unit of the estimate, and how many replicates do not show it.</param>
    /// <param name="scale">How they are divided.</param>
    public IEnumerable<DistributionBin> Distribution(OperatingCharacteristic blank, HistogramScale scale)
    {
        long reached = _estimates.CountBelow(double.PositiveInfinity);
        return Histogram.Of(_estimates, scale).Select(bin => new DistributionBin(
            blank.Look, blank.Endpoint, blank.Analysis, blank.Arm, blank.Measure, blank.Unit, bin.From, bin.To, bin.Count, (double)bin.Count / reached)
        {
            NotEstimable = blank.NotEstimable,
        });
    }

    private OperatingCharacteristic Quantile(double probability, OperatingCharacteristic blank)
    {
        if (_estimates.Count == 0)
        {
            return blank;
        }

        double place = _estimates.Count * probability;
        if (_estimates.Count == 1)
        {
            return blank with { Value = At(place), Replicates = 1 }; // One number shows nothing of its error.
        }

        double half = Share.NormalQuantile975 * Math.Sqrt(place * (1 - probability));
        double? lower = At(place - half);
        double? upper = At(place + half);
        return blank with
        {
            Value = At(place),
            MonteCarloStandardError = (upper - lower) / (2 * Share.NormalQuantile975),
            Lower = lower,
            Upper = upper,
            Replicates = _estimates.Count,
        };
    }

    private double? At(double place)
    {
        double value = _estimates.At(Math.Clamp((long)Math.Ceiling(place) - 1, 0, _estimates.Count - 1));
        return double.IsPositiveInfinity(value) ? null : value;
    }
}
