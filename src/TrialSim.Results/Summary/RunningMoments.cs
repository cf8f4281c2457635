namespace TrialSim.Results.Summary;

/// <summary>Mean and variance of numbers as they come (Welford 1962). The order of additions is the caller's, so the last bit is too.</summary>
internal struct RunningMoments
{
    private double _squares;

    /// <summary>How many numbers have come.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 before the first.</summary>
    public double Mean { get; private set; }

    /// <summary>Standard error of the mean; 0 before the second.</summary>
    public readonly double StandardError => Count < 2 ? 0 : Math.Sqrt(_squares / (Count - 1) / Count);

    /// <summary>Takes one more.</summary>
    public void Add(double value)
    {
        Count++;
        double difference = value - Mean;
        Mean += difference / Count;
        _squares += difference * (value - Mean);
    }
}
