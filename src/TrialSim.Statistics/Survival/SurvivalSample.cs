namespace TrialSim.Statistics.Survival;

/// <summary>
/// Right-censored survival data as columns, one entry per patient. What reads a sample expects <see cref="Days"/> in ascending
/// order (see <see cref="SurvivalOrder"/>); the order among patients of the same day makes no difference. A patient censored on
/// the day of an event is at risk for it.
/// </summary>
public readonly ref struct SurvivalSample
{
    /// <summary>Columns that belong together.</summary>
    /// <param name="days">Days of follow-up, finite.</param>
    /// <param name="hasEvent">Whether the follow-up ended with the event.</param>
    /// <param name="arm">Arm number; empty when all patients are one group.</param>
    /// <param name="stratum">Stratum number, from 0; empty when there are no strata.</param>
    /// <exception cref="ArgumentException">Columns differ in length.</exception>
    public SurvivalSample(ReadOnlySpan<double> days, ReadOnlySpan<bool> hasEvent, ReadOnlySpan<byte> arm, ReadOnlySpan<int> stratum)
    {
        if (hasEvent.Length != days.Length
            || (arm.Length != days.Length && arm.Length != 0)
            || (stratum.Length != days.Length && stratum.Length != 0))
        {
            throw new ArgumentException(
                $"The columns hold {days.Length} days, {hasEvent.Length} event flags, {arm.Length} arms and {stratum.Length} strata. "
                + "Give columns of one length; arm and stratum may be empty.");
        }

        Days = days;
        HasEvent = hasEvent;
        Arm = arm;
        Stratum = stratum;
    }

    /// <summary>An unstratified sample.</summary>
    /// <param name="days">Days of follow-up, finite.</param>
    /// <param name="hasEvent">Whether the follow-up ended with the event.</param>
    /// <param name="arm">Arm number; empty when all patients are one group.</param>
    /// <exception cref="ArgumentException">Columns differ in length.</exception>
    public SurvivalSample(ReadOnlySpan<double> days, ReadOnlySpan<bool> hasEvent, ReadOnlySpan<byte> arm)
        : this(days, hasEvent, arm, [])
    {
    }

    /// <summary>Number of patients.</summary>
    public int Length => Days.Length;

    /// <summary>Days of follow-up.</summary>
    public ReadOnlySpan<double> Days { get; }

    /// <summary>Whether the follow-up ended with the event.</summary>
    public ReadOnlySpan<bool> HasEvent { get; }

    /// <summary>Arm number; empty when all patients are one group.</summary>
    public ReadOnlySpan<byte> Arm { get; }

    /// <summary>Stratum number, from 0; empty when there are no strata.</summary>
    public ReadOnlySpan<int> Stratum { get; }
}
