namespace TrialSim.Statistics.Hazards;

/// <summary>
/// Log-logistic: the odds of having had the event are (days/median)^shape. flexsurv's <c>pllogis</c> with scale = median.
/// </summary>
/// <param name="MedianDays">Above 0.</param>
/// <param name="Shape">Above 0; above 1 the hazard rises and then falls, otherwise it falls from the start.</param>
public sealed record LogLogisticHazard(double MedianDays, double Shape) : Hazard
{
    private readonly double _inverseShape = 1.0 / Shape;

    /// <inheritdoc/>
    public override double MedianDays { get; } = Require.PositiveFinite(MedianDays);

    /// <summary>Power of time in the odds.</summary>
    public double Shape { get; } = Require.PositiveFinite(Shape);

    /// <summary>The log-logistic of this shape through a milestone rate or a quantile.</summary>
    /// <param name="point">A point of the survival curve.</param>
    /// <param name="shape">Above 0.</param>
    public static LogLogisticHazard Through(SurvivalPoint point, double shape) =>
        new(point.Days * Math.Exp(-LogOddsOfEvent(point) / Require.PositiveFinite(shape)), shape);

    /// <summary>The only log-logistic through two points.</summary>
    /// <param name="earlier">The point of the smaller day and larger survival.</param>
    /// <param name="later">The point of the larger day and smaller survival.</param>
    /// <exception cref="ArgumentException">The curve does not fall from the first point to the second.</exception>
    public static LogLogisticHazard Through(SurvivalPoint earlier, SurvivalPoint later)
    {
        SurvivalPoint.RequireFalling(earlier, later);
        double shape = (LogOddsOfEvent(later) - LogOddsOfEvent(earlier)) / Math.Log(later.Days / earlier.Days);
        return Through(later, shape);
    }

    /// <inheritdoc/>
    public override double Cumulative(double days) => Elementary.LogOnePlusExp(LogOddsAt(days));

    /// <inheritdoc/>
    public override double DayOf(double cumulative) =>
        // ln(exp(x) − 1) = x + ln(1 − exp(−x)): the log odds, for any x.
        cumulative == 0.0 ? 0.0
            : MedianDays * Math.Exp((cumulative + Elementary.LogOneMinusExp(cumulative)) * _inverseShape);

    /// <inheritdoc/>
    public override double At(double days)
    {
        // Odds/(1 + odds) · shape/days, written so that day 0 and an infinite odds give their limits.
        double ratio = days / MedianDays;
        return Shape / MedianDays * Math.Pow(ratio, Shape - 1.0) / (1.0 + Math.Pow(ratio, Shape));
    }

    private static double LogOddsOfEvent(SurvivalPoint point) => Math.Log((1.0 - point.Survival) / point.Survival);

    private double LogOddsAt(double days) => Shape * Math.Log(days / MedianDays);
}
