namespace TrialSim.Statistics.IntervalCensored;

/// <summary>
/// Event times that are known to lie in intervals, one entry per patient, in any order: above <see cref="LowerDays"/> and at most
/// <see cref="UpperDays"/>. Both the same is an exact time, an upper end of +∞ right censoring, a lower end of 0 left censoring.
/// The ends are those of R's <c>Surv(lower, upper, type = "interval2")</c>.
/// </summary>
public readonly ref struct IntervalSample
{
    /// <summary>Columns that belong together.</summary>
    /// <param name="lowerDays">Last day known to be without the event, 0 or above, finite.</param>
    /// <param name="upperDays">First day known to be with it, at least the lower; +∞ when the event was not seen.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or an interval is none.</exception>
    public IntervalSample(ReadOnlySpan<double> lowerDays, ReadOnlySpan<double> upperDays)
    {
        if (lowerDays.Length != upperDays.Length)
        {
            throw new ArgumentException($"{lowerDays.Length} lower and {upperDays.Length} upper ends. Give columns of one length.", nameof(upperDays));
        }

        for (int i = 0; i < lowerDays.Length; i++)
        {
            if (!(lowerDays[i] >= 0.0 && double.IsFinite(lowerDays[i]) && upperDays[i] >= lowerDays[i]))
            {
                throw new ArgumentException(
                    $"Patient {i} has the event between days {lowerDays[i]} and {upperDays[i]}. Give a finite day of 0 or above, and one not before it.",
                    nameof(lowerDays));
            }
        }

        LowerDays = lowerDays;
        UpperDays = upperDays;
    }

    /// <summary>Number of patients.</summary>
    public int Length => LowerDays.Length;

    /// <summary>Last day known to be without the event.</summary>
    public ReadOnlySpan<double> LowerDays { get; }

    /// <summary>First day known to be with the event; +∞ when it was not seen.</summary>
    public ReadOnlySpan<double> UpperDays { get; }

    /// <summary>Exact times and right censoring written as intervals.</summary>
    /// <param name="days">Days of follow-up, 0 or above, finite.</param>
    /// <param name="hasEvent">Whether the follow-up ended with the event.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a day is negative or not finite.</exception>
    public static IntervalSample OfRightCensored(ReadOnlySpan<double> days, ReadOnlySpan<bool> hasEvent)
    {
        if (hasEvent.Length != days.Length)
        {
            throw new ArgumentException($"{days.Length} days and {hasEvent.Length} event flags. Give columns of one length.", nameof(hasEvent));
        }

        double[] upper = new double[days.Length];
        for (int i = 0; i < upper.Length; i++)
        {
            upper[i] = hasEvent[i] ? days[i] : double.PositiveInfinity;
        }

        return new IntervalSample(days, upper);
    }
}
