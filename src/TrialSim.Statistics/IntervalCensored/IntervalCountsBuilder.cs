namespace TrialSim.Statistics.IntervalCensored;

/// <summary>Gathers intervals and how often each counts.</summary>
internal sealed class IntervalCountsBuilder
{
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<double> _count = [];

    internal void Add(double lower, double upper, double count)
    {
        _lower.Add(lower);
        _upper.Add(upper);
        _count.Add(count);
    }

    /// <summary>Adds to the last interval where it is the same.</summary>
    internal void AddSorted(double lower, double upper, double count)
    {
        if (_count.Count > 0 && _lower[^1] == lower && _upper[^1] == upper)
        {
            _count[^1] += count;
        }
        else
        {
            Add(lower, upper, count);
        }
    }

    internal IntervalCounts Build(double patients) => new([.. _lower], [.. _upper], [.. _count], patients);
}
