namespace TrialSim.Statistics.IntervalCensored;

/// <summary>The distinct intervals of a sample, by lower and then upper end, and how many patients have each.</summary>
internal sealed class IntervalCounts
{
    private IntervalCounts(double[] lower, double[] upper, double[] count, double patients)
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

    internal static IntervalCounts Of(in IntervalSample sample)
    {
        (double Lower, double Upper)[] pairs = new (double Lower, double Upper)[sample.Length];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (sample.LowerDays[i], sample.UpperDays[i]);
        }

        Array.Sort(pairs);
        List<double> lower = [];
        List<double> upper = [];
        List<double> count = [];
        for (int i = 0; i < pairs.Length; i++)
        {
            if (i > 0 && pairs[i] == pairs[i - 1])
            {
                count[^1]++;
            }
            else
            {
                lower.Add(pairs[i].Lower);
                upper.Add(pairs[i].Upper);
                count.Add(1.0);
            }
        }

        return new IntervalCounts([.. lower], [.. upper], [.. count], pairs.Length);
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
