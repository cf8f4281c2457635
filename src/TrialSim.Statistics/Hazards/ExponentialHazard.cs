namespace TrialSim.Statistics.Hazards;

/// <summary>The same hazard on every day.</summary>
/// <param name="PerDay">Hazard per day, above 0.</param>
public sealed record ExponentialHazard(double PerDay) : Hazard
{
    /// <summary>Hazard per day, above 0.</summary>
    public double PerDay { get; } = Require.PositiveFinite(PerDay);

    /// <summary>The exponential with this median.</summary>
    /// <param name="medianDays">Above 0.</param>
    public static ExponentialHazard FromMedian(double medianDays) => new(Elementary.Ln2 / Require.PositiveFinite(medianDays));

    /// <summary>The exponential through a milestone rate or a quantile.</summary>
    /// <param name="point">A point of the survival curve.</param>
    public static ExponentialHazard Through(SurvivalPoint point) => new(point.CumulativeHazard / point.Days);

    /// <inheritdoc/>
    public override double Cumulative(double days) => PerDay * days;

    /// <inheritdoc/>
    public override double DayOf(double cumulative) => cumulative / PerDay;

    /// <inheritdoc/>
    public override double At(double days) => PerDay;
}
