namespace TrialSim.Statistics.Survival;

/// <summary>
/// Landmark analysis (Anderson, Cain and Gelber 1983): only patients still under observation without the event after the landmark
/// are compared, their time counted from there, and by what was known of them at the landmark. R's
/// <c>subset(data, days &gt; landmark)</c> with <c>days - landmark</c>. The landmark day itself belongs to the past: its events and
/// censorings are left out, and a status reached on it counts. Allocates nothing.
/// </summary>
public static class Landmark
{
    /// <summary>The patients left at the landmark, in the groups that they came in.</summary>
    /// <param name="sample">In any order; the result keeps it.</param>
    /// <param name="landmarkDays">Finite, 0 or above.</param>
    /// <param name="days">Room for the days since the landmark, as long as the sample; likewise the other buffers.</param>
    /// <param name="hasEvent">Room for the event flags.</param>
    /// <param name="arm">Room for the arms; may be empty when the sample has none.</param>
    /// <param name="stratum">Room for the strata; may be empty when the sample has none.</param>
    /// <returns>A view of the buffers.</returns>
    /// <exception cref="ArgumentException">A buffer is too short, or <paramref name="landmarkDays"/> is out of range.</exception>
    public static SurvivalSample Fill(
        scoped in SurvivalSample sample, double landmarkDays, Span<double> days, Span<bool> hasEvent, Span<byte> arm, Span<int> stratum)
    {
        Require.NonNegativeFinite(landmarkDays);
        int count = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            if (!(sample.Days[i] > landmarkDays))
            {
                continue;
            }

            days[count] = sample.Days[i] - landmarkDays;
            hasEvent[count] = sample.HasEvent[i];
            if (!sample.Arm.IsEmpty)
            {
                arm[count] = sample.Arm[i];
            }

            if (!sample.Stratum.IsEmpty)
            {
                stratum[count] = sample.Stratum[i];
            }

            count++;
        }

        return new SurvivalSample(
            days[..count],
            hasEvent[..count],
            sample.Arm.IsEmpty ? [] : arm[..count],
            sample.Stratum.IsEmpty ? [] : stratum[..count]);
    }

    /// <summary>Group 1 for patients whose status, such as a response, was reached by the landmark, and group 0 for the others.</summary>
    /// <param name="statusDays">Day on which each patient reached the status; +∞ for never.</param>
    /// <param name="landmarkDays">Finite, 0 or above.</param>
    /// <param name="arm">One entry per patient; give it to the sample as its column of arms.</param>
    /// <exception cref="ArgumentException"><paramref name="arm"/> is too short, or <paramref name="landmarkDays"/> is out of range.</exception>
    public static void FillGroups(ReadOnlySpan<double> statusDays, double landmarkDays, Span<byte> arm)
    {
        Require.NonNegativeFinite(landmarkDays);
        if (arm.Length < statusDays.Length)
        {
            throw new ArgumentException($"There is room for {arm.Length} patients, but there are {statusDays.Length}.", nameof(arm));
        }

        for (int i = 0; i < statusDays.Length; i++)
        {
            arm[i] = statusDays[i] <= landmarkDays ? (byte)1 : (byte)0;
        }
    }
}
