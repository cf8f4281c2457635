namespace TrialSim.Statistics.Survival;

/// <summary>
/// A sample in the order in which risk sets grow: stratum by stratum, from the latest stop to the earliest, with covariates centred within
/// their stratum and scaled to a standard deviation of 1, row after row. Made once, n log n.
/// </summary>
internal sealed class CoxOrder
{
    // Of a covariate's size, what is no more than the rounding of its mean.
    private const double Rounding = 1e-12;

    internal CoxOrder(in CoxSample sample)
    {
        CovariateCount = sample.CovariateCount;
        int[] byStop = ByStratum(sample, Descending(sample.Stop, Included(sample)));
        Stop = Gather(sample.Stop, byStop);
        HasEvent = Gather(sample.HasEvent, byStop);
        StratumEnds = Ends(sample.Stratum, byStop);
        Covariates = new double[byStop.Length * CovariateCount];
        Scale = new double[CovariateCount];
        for (int column = 0; column < CovariateCount; column++)
        {
            Scale[column] = FillColumn(sample.Covariates.Slice(column * sample.Length, sample.Length), byStop, column);
        }

        StartOfEntry = sample.Start.IsEmpty ? [] : Gather(sample.Start, byStop);
        (Start, StartPosition) = sample.Start.IsEmpty ? ([], []) : LateEntries(sample, byStop);
    }

    internal int CovariateCount { get; }

    internal int Length => Stop.Length;

    internal double[] Stop { get; }

    internal bool[] HasEvent { get; }

    /// <summary>Start of each entry, in the order of stops; empty when all began at the outset.</summary>
    internal double[] StartOfEntry { get; }

    /// <summary>Row after row, centred and scaled.</summary>
    internal double[] Covariates { get; }

    /// <summary>Standard deviation within strata of each covariate; 0 for one that does not vary.</summary>
    internal double[] Scale { get; }

    /// <summary>Where each stratum ends.</summary>
    internal int[] StratumEnds { get; }

    /// <summary>Starts from the latest to the earliest within each stratum; empty when all began at the outset.</summary>
    internal double[] Start { get; }

    /// <summary>Which entry, in the order of stops, each start belongs to.</summary>
    internal int[] StartPosition { get; }

    /// <summary>Most events on one day among a stratum's entries.</summary>
    internal int MaxTied(int start, int end)
    {
        int most = 0;
        for (int i = start; i < end;)
        {
            double day = Stop[i];
            int events = 0;
            for (; i < end && Stop[i] == day; i++)
            {
                events += HasEvent[i] ? 1 : 0;
            }

            most = Math.Max(most, events);
        }

        return most;
    }

    /// <summary>Steps that one look at the exact likelihood takes: patients at risk times tied events.</summary>
    internal double ExactSteps()
    {
        double steps = 0.0;
        int start = 0;
        foreach (int end in StratumEnds)
        {
            double most = MaxTied(start, end);
            steps += Start.Length == 0 ? (end - start) * most : (double)(end - start) * HasEvent.AsSpan(start, end - start).Count(true);
            start = end;
        }

        return steps;
    }

    private static int[] Included(in CoxSample sample)
    {
        int[] entries = new int[sample.Length];
        int count = 0;
        for (int i = 0; i < entries.Length; i++)
        {
            bool hasStratum = sample.Stratum.IsEmpty || sample.Stratum[i] >= 0;
            bool hasTime = sample.Start.IsEmpty || sample.Start[i] < sample.Stop[i];
            entries[count] = i;
            count += hasStratum && hasTime ? 1 : 0;
        }

        return entries[..count];
    }

    private static int[] Descending(ReadOnlySpan<double> days, int[] entries)
    {
        double[] keys = new double[entries.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = -days[entries[i]];
        }

        Array.Sort(keys, entries);
        return entries;
    }

    private static int[] ByStratum(in CoxSample sample, int[] entries)
    {
        if (sample.Stratum.IsEmpty)
        {
            return entries;
        }

        long[] keys = new long[entries.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)sample.Stratum[entries[i]] << 32) | (uint)i;
        }

        Array.Sort(keys, entries);
        return entries;
    }

    private static int[] Ends(ReadOnlySpan<int> stratum, int[] order)
    {
        List<int> ends = [];
        for (int i = 1; i <= order.Length; i++)
        {
            if (i == order.Length || (!stratum.IsEmpty && stratum[order[i]] != stratum[order[i - 1]]))
            {
                ends.Add(i);
            }
        }

        return [.. ends];
    }

    private static T[] Gather<T>(ReadOnlySpan<T> column, int[] order)
    {
        T[] gathered = new T[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            gathered[i] = column[order[i]];
        }

        return gathered;
    }

    private double FillColumn(ReadOnlySpan<double> values, int[] order, int column)
    {
        double largest = 0.0;
        double size = 0.0;
        int start = 0;
        foreach (int end in StratumEnds)
        {
            double mean = 0.0;
            for (int i = start; i < end; i++)
            {
                mean += values[order[i]] / (end - start);
                size = Math.Max(size, Math.Abs(values[order[i]]));
            }

            for (int i = start; i < end; i++)
            {
                double centred = values[order[i]] - mean;
                Covariates[(i * CovariateCount) + column] = centred;
                largest = Math.Max(largest, Math.Abs(centred));
            }

            start = end;
        }

        if (largest <= Rounding * size)
        {
            return 0.0;
        }

        double sum = 0.0;
        for (int i = 0; i < order.Length; i++)
        {
            double share = Covariates[(i * CovariateCount) + column] / largest;
            sum += share * share;
        }

        double deviation = largest * Math.Sqrt(sum / order.Length);
        for (int i = 0; i < order.Length; i++)
        {
            Covariates[(i * CovariateCount) + column] /= deviation;
        }

        return deviation;
    }

    private static (double[] Start, int[] Position) LateEntries(in CoxSample sample, int[] byStop)
    {
        int[] positionOf = new int[sample.Length];
        for (int i = 0; i < byStop.Length; i++)
        {
            positionOf[byStop[i]] = i;
        }

        int[] byStart = ByStratum(sample, Descending(sample.Start, [.. byStop]));
        return (Gather(sample.Start, byStart), Gather<int>(positionOf, byStart));
    }
}
