namespace TrialSim.Statistics.Hazards;

/// <summary>
/// How the risk of one kind of event runs over the days since a clock's origin. A closed set of immutable records. Time is in
/// days, from 0; cumulative hazards have no unit. An event happens on <c>DayOf(threshold)</c>, where the threshold is a draw from
/// the unit exponential.
/// </summary>
public abstract record Hazard
{
    private protected Hazard()
    {
    }

    /// <summary>The day by which half of those at risk have had the event; +∞ when fewer than half ever do.</summary>
    public virtual double MedianDays => DayOf(Elementary.Ln2);

    /// <summary>Hazard integrated from 0 to <paramref name="days"/>; never decreases, keeps its relative precision near 0 and in the far tail.</summary>
    /// <param name="days">0 or above, +∞ included.</param>
    public abstract double Cumulative(double days);

    /// <summary>
    /// The inverse of <see cref="Cumulative"/>: the latest day on which the cumulative hazard is still <paramref name="cumulative"/>.
    /// The latest, so that a stretch without hazard is stepped over; +∞ when the cumulative hazard never exceeds the value.
    /// </summary>
    /// <param name="cumulative">0 or above.</param>
    public abstract double DayOf(double cumulative);

    /// <summary>Hazard per day at <paramref name="days"/>; at a step, the one that begins there. May be +∞ at day 0.</summary>
    /// <param name="days">0 or above.</param>
    public abstract double At(double days);

    /// <summary>Probability of being without the event at <paramref name="days"/>.</summary>
    /// <param name="days">0 or above, +∞ included.</param>
    public double Survival(double days) => Math.Exp(-Cumulative(days));
}
