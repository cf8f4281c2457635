namespace TrialSim.Statistics.Survival;

/// <summary>
/// The starts of some patients, ascending. Counts of those at risk are made as if all had been there from the outset; who has not entered
/// yet is then taken off: nobody is at risk on the day of the own start or before.
/// </summary>
internal readonly struct LateEntry
{
    private readonly double[] _starts;

    private LateEntry(double[] starts) => _starts = starts;

    /// <summary>Of one arm.</summary>
    internal static LateEntry OfArm(in SurvivalSample sample, byte arm)
    {
        double[] starts = new double[sample.Length];
        int count = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            starts[count] = sample.StartDays[i];
            count += sample.Arm[i] == arm ? 1 : 0;
        }

        return Of(starts, count);
    }

    /// <summary>Of one arm within each stratum. Patients of further strata, or of none, are left out.</summary>
    internal static LateEntry[] OfStrata(in SurvivalSample sample, byte arm, int strata)
    {
        List<double>[] starts = [.. Enumerable.Range(0, strata).Select(_ => new List<double>())];
        for (int i = 0; i < sample.Length; i++)
        {
            if (sample.Arm[i] == arm && (uint)sample.Stratum[i] < (uint)strata)
            {
                starts[sample.Stratum[i]].Add(sample.StartDays[i]);
            }
        }

        return [.. starts.Select(ofStratum => Of([.. ofStratum], ofStratum.Count))];
    }

    /// <summary>Of everybody.</summary>
    internal static LateEntry OfAll(in SurvivalSample sample) => Of(sample.StartDays.ToArray(), sample.Length);

    /// <summary>How many have not entered before a day. On the outset itself those who start there count as entered.</summary>
    internal int NotEntered(double days) => NotEntered(_starts, days);

    /// <summary>The starts of one arm in room of the caller's, ascending. Allocates nothing.</summary>
    /// <returns>The part of <paramref name="room"/> that is filled.</returns>
    internal static ReadOnlySpan<double> FillOfArm(in SurvivalSample sample, byte arm, Span<double> room)
    {
        int count = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            room[count] = sample.StartDays[i];
            count += sample.Arm[i] == arm ? 1 : 0;
        }

        room[..count].Sort();
        return room[..count];
    }

    /// <summary>How many of some starts, ascending, have not come before a day.</summary>
    internal static int NotEntered(ReadOnlySpan<double> starts, double days)
    {
        int low = 0;
        int high = starts.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (starts[middle] < days || starts[middle] <= 0.0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return starts.Length - low;
    }

    private static LateEntry Of(double[] starts, int count)
    {
        Array.Sort(starts, 0, count);
        return new LateEntry(starts[..count]);
    }
}
