namespace TrialSim.Statistics.Survival;

/// <summary>
/// Sorts samples by day, within buffers that it owns and uses again: one for each thread. Patients of the same day keep the order
/// in which they came, so the same sample always comes out the same.
/// </summary>
/// <param name="capacity">Most patients that a sample may have.</param>
public sealed class SurvivalOrder(int capacity)
{
    // Within a bucket this small, insertion beats the library's sort.
    private const int InsertionLimit = 24;

    private readonly double[] _days = new double[capacity];
    private readonly int[] _order = new int[capacity];
    private readonly bool[] _hasEvent = new bool[capacity];
    private readonly byte[] _arm = new byte[capacity];
    private readonly int[] _stratum = new int[capacity];
    private readonly int[] _bucketEnd = new int[capacity];
    private double[] _startDays = [];

    /// <summary>Most patients that a sample may have.</summary>
    public int Capacity => capacity;

    /// <summary>The patients of <paramref name="sample"/> by ascending day. n log n at worst, n for days that spread evenly.</summary>
    /// <param name="sample">In any order, all days finite.</param>
    /// <returns>A view of this object's buffers, good until the next call.</returns>
    /// <exception cref="ArgumentException">The sample is larger than the capacity, or a day is not finite.</exception>
    public SurvivalSample Sort(scoped in SurvivalSample sample)
    {
        int count = sample.Length;
        if (count > capacity)
        {
            throw new ArgumentException($"The sample has {count} patients, but the buffers were made for {capacity}.", nameof(sample));
        }

        SortDays(sample.Days);
        ReadOnlySpan<int> order = _order.AsSpan(0, count);
        _startDays = _startDays.Length < sample.StartDays.Length ? new double[capacity] : _startDays;
        return new SurvivalSample(
            _days.AsSpan(0, count),
            Gather(sample.HasEvent, order, _hasEvent),
            Gather(sample.Arm, order, _arm),
            Gather(sample.Stratum, order, _stratum),
            Gather(sample.StartDays, order, _startDays));
    }

    private static ReadOnlySpan<T> Gather<T>(ReadOnlySpan<T> column, ReadOnlySpan<int> order, T[] buffer)
    {
        if (column.IsEmpty)
        {
            return [];
        }

        Span<T> gathered = buffer.AsSpan(0, order.Length);
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = column[order[i]];
        }

        return gathered;
    }

    /// <summary>Deals the days into as many even buckets as there are patients, then sorts each bucket.</summary>
    private void SortDays(ReadOnlySpan<double> days)
    {
        if (days.IsEmpty)
        {
            return;
        }

        double earliest = double.PositiveInfinity;
        double latest = double.NegativeInfinity;
        foreach (double day in days)
        {
            earliest = Math.Min(earliest, day);
            latest = Math.Max(latest, day);
        }

        double range = latest - earliest;
        if (!double.IsFinite(range))
        {
            throw new ArgumentException($"Days run from {earliest} to {latest}. Give finite days.", nameof(days));
        }

        // The share of the range is a hair below 1 at most, so that the latest day falls into the last bucket. A range too small to
        // divide by is a single bucket.
        double perDay = range > 0.0 ? (1.0 - 1e-12) * days.Length / range : 0.0;
        perDay = double.IsFinite(perDay) ? perDay : 0.0;

        Span<int> bucketEnd = _bucketEnd.AsSpan(0, days.Length);
        bucketEnd.Clear();
        foreach (double day in days)
        {
            bucketEnd[(int)((day - earliest) * perDay)]++;
        }

        int start = 0;
        foreach (ref int end in bucketEnd)
        {
            int size = end;
            end = start;
            start += size;
        }

        for (int i = 0; i < days.Length; i++)
        {
            ref int end = ref bucketEnd[(int)((days[i] - earliest) * perDay)];
            _days[end] = days[i];
            _order[end] = i;
            end++;
        }

        start = 0;
        foreach (int end in bucketEnd)
        {
            if (end - start > 1)
            {
                SortBucket(_days.AsSpan(start, end - start), _order.AsSpan(start, end - start));
            }

            start = end;
        }
    }

    private static void SortBucket(Span<double> days, Span<int> order)
    {
        if (days.Length > InsertionLimit)
        {
            // Of many who are followed for the same time, the order is already theirs.
            if (!days.ContainsAnyExcept(days[0]))
            {
                return;
            }

            days.Sort(order);
            RestoreOrderAmongTies(days, order);
            return;
        }

        for (int i = 1; i < days.Length; i++)
        {
            double day = days[i];
            int patient = order[i];
            int j = i - 1;
            while (j >= 0 && days[j] > day)
            {
                days[j + 1] = days[j];
                order[j + 1] = order[j];
                j--;
            }

            days[j + 1] = day;
            order[j + 1] = patient;
        }
    }

    private static void RestoreOrderAmongTies(ReadOnlySpan<double> days, Span<int> order)
    {
        int start = 0;
        for (int i = 1; i <= days.Length; i++)
        {
            if (i == days.Length || days[i] != days[start])
            {
                if (i - start > 1)
                {
                    order[start..i].Sort();
                }

                start = i;
            }
        }
    }
}
