namespace TrialSim.Statistics.CompetingRisks;

/// <summary>
/// Right-censored data with several kinds of event as columns, one entry per patient, in any order. A patient censored on the day
/// of an event is at risk for it.
/// </summary>
public readonly ref struct CompetingSample
{
    /// <summary>Columns that belong together.</summary>
    /// <param name="days">Days of follow-up, finite.</param>
    /// <param name="cause">What ended the follow-up: 0 is censoring, 1 and above the causes.</param>
    /// <param name="group">Group number from 0; empty when all patients are one group.</param>
    /// <param name="stratum">Stratum number from 0; empty when there are no strata.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a day is not finite.</exception>
    public CompetingSample(ReadOnlySpan<double> days, ReadOnlySpan<byte> cause, ReadOnlySpan<byte> group, ReadOnlySpan<int> stratum)
    {
        if (cause.Length != days.Length
            || (group.Length != days.Length && group.Length != 0)
            || (stratum.Length != days.Length && stratum.Length != 0))
        {
            throw new ArgumentException(
                $"The columns hold {days.Length} days, {cause.Length} causes, {group.Length} groups and {stratum.Length} strata. "
                + "Give columns of one length; group and stratum may be empty.");
        }

        foreach (double day in days)
        {
            if (!double.IsFinite(day))
            {
                throw new ArgumentException($"A day is {day}. Give finite days.", nameof(days));
            }
        }

        Days = days;
        Cause = cause;
        Group = group;
        Stratum = stratum;
    }

    /// <summary>One group, no strata.</summary>
    /// <param name="days">Days of follow-up, finite.</param>
    /// <param name="cause">What ended the follow-up: 0 is censoring, 1 and above the causes.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a day is not finite.</exception>
    public CompetingSample(ReadOnlySpan<double> days, ReadOnlySpan<byte> cause)
        : this(days, cause, [], [])
    {
    }

    /// <summary>Number of patients.</summary>
    public int Length => Days.Length;

    /// <summary>Days of follow-up.</summary>
    public ReadOnlySpan<double> Days { get; }

    /// <summary>What ended the follow-up: 0 is censoring.</summary>
    public ReadOnlySpan<byte> Cause { get; }

    /// <summary>Group number; empty when all patients are one group.</summary>
    public ReadOnlySpan<byte> Group { get; }

    /// <summary>Stratum number; empty when there are no strata.</summary>
    public ReadOnlySpan<int> Stratum { get; }

    /// <summary>Numbers of the patients by ascending day.</summary>
    internal int[] Order()
    {
        double[] days = Days.ToArray();
        int[] order = new int[days.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(days, order);
        return order;
    }
}
