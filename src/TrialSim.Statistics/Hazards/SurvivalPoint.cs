namespace TrialSim.Statistics.Hazards;

/// <summary>
/// One point that a survival curve is known to pass through: a milestone rate (0.42 at 365 days), a median (0.5 at its day) or
/// any other quantile (the 25 % quantile is survival 0.75 at its day).
/// </summary>
public readonly record struct SurvivalPoint
{
    /// <summary>A point of a survival curve.</summary>
    /// <param name="days">Above 0.</param>
    /// <param name="survival">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range.</exception>
    public SurvivalPoint(double days, double survival)
    {
        Days = Require.PositiveFinite(days);
        Survival = Require.InsideUnitInterval(survival);
    }

    /// <summary>Day of the point, above 0.</summary>
    public double Days { get; }

    /// <summary>Probability of being without the event at that day.</summary>
    public double Survival { get; }

    /// <summary>Cumulative hazard that the survival stands for, −ln of it.</summary>
    public double CumulativeHazard => -Math.Log(Survival);

    /// <summary>The point at which half have had the event.</summary>
    /// <param name="days">Above 0.</param>
    public static SurvivalPoint Median(double days) => new(days, 0.5);

    /// <summary>Checks that a curve can fall from <paramref name="earlier"/> to <paramref name="later"/>.</summary>
    internal static void RequireFalling(SurvivalPoint earlier, SurvivalPoint later)
    {
        if (!(later.Days > earlier.Days && later.Survival < earlier.Survival))
        {
            throw new ArgumentException(
                $"Survival {later.Survival} at day {later.Days} does not lie below and after survival {earlier.Survival} at day {earlier.Days}. "
                + "Give the earlier point first, and a later one with less survival.",
                nameof(later));
        }
    }
}
