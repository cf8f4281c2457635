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

    /// <summary>Of one arm within a stratum.</summary>
    internal static LateEntry OfArm(in SurvivalSample sample, byte arm, int stratum)
    {
        double[] starts = new double[sample.Length];
        int count = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            starts[count] = sample.StartDays[i];
            count += sample.Arm[i] == arm && sample.Stratum[i] == stratum ? 1 : 0;
        }

        return Of(starts, count);
    }

    /// <summary>Of everybody.</summary>
    internal static LateEntry OfAll(in SurvivalSample sample) => Of(sample.StartDays.ToArray(), sample.Length);

    /// <summary>How many have not entered before a day. On the outset itself those who start there count as entered.</summary>
    internal int NotEntered(double days)
    {
        int low = 0;
        int high = _starts.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_starts[middle] < days || _starts[middle] <= 0.0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return _starts.Length - low;
    }

    private static LateEntry Of(double[] starts, int count)
    {
        Array.Sort(starts, 0, count);
        return new LateEntry(starts[..count]);
    }
}
