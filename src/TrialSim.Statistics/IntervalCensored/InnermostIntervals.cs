namespace TrialSim.Statistics.IntervalCensored;

/// <summary>
/// Turnbull's innermost intervals (1976; Peto 1973): those from a left end to the next right end with no other end between. Only they can
/// carry probability, and each observation covers a run of them, from First to Last.
/// </summary>
internal sealed class InnermostIntervals
{
    private InnermostIntervals(double[] lower, double[] upper, int[] first, int[] last)
    {
        Lower = lower;
        Upper = upper;
        First = first;
        Last = last;
    }

    internal double[] Lower { get; }

    internal double[] Upper { get; }

    internal int[] First { get; }

    internal int[] Last { get; }

    internal int Length => Lower.Length;

    internal static InnermostIntervals Of(IntervalCounts counts)
    {
        // Ends in order; on the same day the left end of an exact time comes first, then right ends (the day belongs to them), then the left
        // ends of intervals (the day does not).
        (double Day, int Kind, int Observation)[] ends = new (double, int, int)[2 * counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            ends[2 * i] = (counts.Lower[i], counts.Lower[i] == counts.Upper[i] ? 0 : 2, i);
            ends[(2 * i) + 1] = (counts.Upper[i], 1, i);
        }

        Array.Sort(ends);
        List<double> lower = [];
        List<double> upper = [];
        int[] first = new int[counts.Length];
        int[] last = new int[counts.Length];
        for (int e = 0; e < ends.Length; e++)
        {
            (double day, int kind, int observation) = ends[e];
            if (kind != 1)
            {
                first[observation] = lower.Count;
                continue;
            }

            if (ends[e - 1].Kind != 1)
            {
                lower.Add(ends[e - 1].Day);
                upper.Add(day);
            }

            last[observation] = lower.Count - 1;
        }

        return new InnermostIntervals([.. lower], [.. upper], first, last);
    }
}
