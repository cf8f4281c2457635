namespace TrialSim.Statistics.Survival;

/// <summary>
/// Right-censored survival data as columns, one entry per patient. What reads a sample expects <see cref="Days"/> in ascending
/// order (see <see cref="SurvivalOrder"/>); the order among patients of the same day makes no difference. A patient censored on
/// the day of an event is at risk for it, one who starts on that day is not.
/// </summary>
public readonly ref struct SurvivalSample
{
    /// <summary>Columns that belong together.</summary>
    /// <param name="days">Days of follow-up, finite.</param>
    /// <param name="hasEvent">Whether the follow-up ended with the event.</param>
    /// <param name="arm">Arm number; empty when all patients are one group.</param>
    /// <param name="stratum">Stratum number, from 0; empty when there are no strata.</param>
    /// <param name="startDays">Days from which each patient is at risk, each below the patient's <paramref name="days"/>; empty when all are from the outset.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a patient starts no earlier than the follow-up ends.</exception>
    public SurvivalSample(
        ReadOnlySpan<double> days, ReadOnlySpan<bool> hasEvent, ReadOnlySpan<byte> arm, ReadOnlySpan<int> stratum, ReadOnlySpan<double> startDays)
        : this(days, hasEvent, arm, stratum)
    {
        if (startDays.Length != days.Length && startDays.Length != 0)
        {
            throw new ArgumentException($"The columns hold {days.Length} days and {startDays.Length} starts. Give as many, or no starts.", nameof(startDays));
        }

        for (int i = 0; i < startDays.Length; i++)
        {
            if (!(startDays[i] < days[i]))
            {
                throw new ArgumentException($"Patient {i} starts on day {startDays[i]} and ends on day {days[i]}. Give an earlier start.", nameof(startDays));
            }
        }

        StartDays = startDays;
    }

    /// <summary>A sample in which everybody is at risk from the outset.</summary>
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

    /// <summary>
    /// Days from which each patient is at risk, (start, end]: left truncation, or a stretch of a patient's time. Empty when all are from the
    /// outset. Methods that take no notice of it say so.
    /// </summary>
    public ReadOnlySpan<double> StartDays { get; }
}
