namespace TrialSim.Statistics.IntervalCensored;

/// <summary>The distinct intervals of a sample, by lower and then upper end, and how often each counts: its patients, less those who enter there.</summary>
internal sealed class IntervalCounts
{
    internal IntervalCounts(double[] lower, double[] upper, double[] count, double patients)
    {
        Lower = lower;
        Upper = upper;
        Count = count;
        Patients = patients;
    }

    internal double[] Lower { get; }

    internal double[] Upper { get; }

    internal double[] Count { get; }

    internal double Patients { get; }

    internal int Length => Count.Length;

    internal static IntervalCounts Of(in IntervalSample sample) => Of(sample, []);

    /// <summary>With entries: each is an interval without an upper end that counts −1.</summary>
    internal static IntervalCounts Of(in IntervalSample sample, ReadOnlySpan<double> entryDays)
    {
        int late = 0;
        foreach (double entry in entryDays)
        {
            late += entry > 0.0 ? 1 : 0;
        }

        double[] lower = new double[sample.Length + late];
        (double Upper, double Count)[] rest = new (double Upper, double Count)[lower.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            lower[i] = sample.LowerDays[i];
            rest[i] = (sample.UpperDays[i], 1.0);
        }

        int next = sample.Length;
        foreach (double entry in entryDays)
        {
            if (entry > 0.0)
            {
                lower[next] = entry;
                rest[next++] = (double.PositiveInfinity, -1.0);
            }
        }

        // By the lower ends, and then each group of the same lower end by the upper ends: faster than by pairs.
        Array.Sort(lower, rest);
        IntervalCountsBuilder builder = new();
        for (int first = 0; first < lower.Length;)
        {
            int end = first + 1;
            while (end < lower.Length && lower[end] == lower[first])
            {
                end++;
            }

            rest.AsSpan(first..end).Sort((one, other) => one.Upper.CompareTo(other.Upper));
            for (; first < end; first++)
            {
                builder.AddSorted(lower[first], rest[first].Upper, rest[first].Count);
            }
        }

        return builder.Build(sample.Length);
    }

    /// <summary>About <paramref name="size"/> of the intervals, evenly spread, for a first guess.</summary>
    internal IntervalCounts Thinned(int size)
    {
        int every = Math.Max(1, Length / size);
        int[] kept = [.. Enumerable.Range(0, Length).Where(i => i % every == 0)];
        double[] count = [.. kept.Select(i => Count[i])];
        return new IntervalCounts([.. kept.Select(i => Lower[i])], [.. kept.Select(i => Upper[i])], count, count.Sum());
    }

    /// <summary>Whether the event of an interval was seen, exactly or within it.</summary>
    internal bool HasEvent(int i) => !double.IsPositiveInfinity(Upper[i]);
}
