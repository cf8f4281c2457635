namespace TrialSim.Results.Summary.Trials;

/// <summary>Intervals of many replicates, and how many of them hold a value that is known only at the end.</summary>
internal sealed class IntervalCoverage
{
    private readonly OrderedNumbers _lower = new();
    private readonly OrderedNumbers _upper = new();

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Takes one more.</summary>
    /// <param name="lower">Its lower end; NaN where it is not known.</param>
    /// <param name="upper">Its upper end, not below the lower one; NaN where it is not known.</param>
    public void Add(double lower, double upper)
    {
        Count++;
        if (!double.IsNaN(lower) && !double.IsNaN(upper))
        {
            _lower.Add(lower);
            _upper.Add(upper);
        }
    }

    /// <summary>How many hold a value: those that begin up to it, without those that have ended before it.</summary>
    public long CountAround(double value) => _lower.CountUpTo(value) - _upper.CountBelow(value);
}
