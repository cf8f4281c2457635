namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up a number that each trial has: its size, its events, its duration.</summary>
/// <param name="blank">The row of its mean.</param>
internal sealed class NumberAccumulator(OperatingCharacteristic blank)
{
    private readonly EstimateQuantiles _quantiles = new();
    private RunningMoments _moments;
    private long _missing;

    /// <summary>Takes the number of one more replicate.</summary>
    public void Add(double number)
    {
        _moments.Add(number);
        _quantiles.Add(number);
    }

    /// <summary>Takes a replicate that has no such number.</summary>
    public void Miss() => _missing++;

    /// <summary>How it is spread over replicates.</summary>
    /// <param name="scale">How the numbers are divided.</param>
    public IEnumerable<DistributionBin> Distribution(HistogramScale scale) => _quantiles.Distribution(blank with { NotEstimable = _missing }, scale);

    /// <summary>The mean, and the quantiles over replicates.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise()
    {
        OperatingCharacteristic own = blank with { NotEstimable = _missing };
        return [RowAccumulator.MeanOf(own, _moments), .. _quantiles.Summarise(own, Measures.TrialQuantiles)];
    }
}
