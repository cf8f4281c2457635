namespace TrialSim.Statistics.Hazards;

/// <summary>Weibull: cumulative hazard (days/scale)^shape. R's <c>pweibull</c> has the same two parameters.</summary>
/// <param name="Shape">Above 0; above 1 the hazard rises with time, below 1 it falls from +∞ at day 0.</param>
/// <param name="ScaleDays">Above 0: the day by which a share of 1 − 1/e has had the event.</param>
public sealed record WeibullHazard(double Shape, double ScaleDays) : Hazard
{
    private readonly double _inverseShape = 1.0 / Shape;

    /// <summary>Above 1 the hazard rises with time, below 1 it falls.</summary>
    public double Shape { get; } = Require.PositiveFinite(Shape);

    /// <summary>The day by which a share of 1 − 1/e has had the event.</summary>
    public double ScaleDays { get; } = Require.PositiveFinite(ScaleDays);

    /// <summary>The Weibull with this median and shape.</summary>
    /// <param name="medianDays">Above 0.</param>
    /// <param name="shape">Above 0.</param>
    public static WeibullHazard FromMedian(double medianDays, double shape) => Through(SurvivalPoint.Median(medianDays), shape);

    /// <summary>The Weibull of this shape through a milestone rate or a quantile.</summary>
    /// <param name="point">A point of the survival curve.</param>
    /// <param name="shape">Above 0.</param>
    public static WeibullHazard Through(SurvivalPoint point, double shape) =>
        new(shape, point.Days / Math.Pow(point.CumulativeHazard, 1.0 / Require.PositiveFinite(shape)));

    /// <summary>The only Weibull through two points.</summary>
    /// <param name="earlier">The point of the smaller day and larger survival.</param>
    /// <param name="later">The point of the larger day and smaller survival.</param>
    /// <exception cref="ArgumentException">The curve does not fall from the first point to the second.</exception>
    public static WeibullHazard Through(SurvivalPoint earlier, SurvivalPoint later)
    {
        SurvivalPoint.RequireFalling(earlier, later);
        double shape = Math.Log(later.CumulativeHazard / earlier.CumulativeHazard) / Math.Log(later.Days / earlier.Days);
        return Through(later, shape);
    }

    /// <inheritdoc/>
    public override double Cumulative(double days) => Math.Pow(days / ScaleDays, Shape);

    /// <inheritdoc/>
    public override double DayOf(double cumulative) => ScaleDays * Math.Pow(cumulative, _inverseShape);

    /// <inheritdoc/>
    public override double At(double days) => Shape / ScaleDays * Math.Pow(days / ScaleDays, Shape - 1.0);
}
