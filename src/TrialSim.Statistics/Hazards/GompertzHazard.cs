using MathNet.Numerics.RootFinding;

namespace TrialSim.Statistics.Hazards;

/// <summary>
/// Gompertz: the logarithm of the hazard is a straight line, hazard(days) = start · exp(shape · days). With a negative shape the
/// cumulative hazard has a ceiling of start/|shape|, so a share of exp(−ceiling) never has the event. flexsurv's <c>pgompertz</c>
/// has the same two parameters (its rate and shape).
/// </summary>
/// <param name="PerDayAtStart">Hazard per day at day 0, above 0.</param>
/// <param name="ShapePerDay">Change of the log hazard per day; 0 is the exponential.</param>
public sealed record GompertzHazard(double PerDayAtStart, double ShapePerDay) : Hazard
{
    /// <summary>Hazard per day at day 0.</summary>
    public double PerDayAtStart { get; } = Require.PositiveFinite(PerDayAtStart);

    /// <summary>Change of the log hazard per day.</summary>
    public double ShapePerDay { get; } = Require.Finite(ShapePerDay);

    /// <summary>The Gompertz with this median and shape.</summary>
    /// <param name="medianDays">Above 0.</param>
    /// <param name="shapePerDay">Change of the log hazard per day.</param>
    public static GompertzHazard FromMedian(double medianDays, double shapePerDay) =>
        Through(SurvivalPoint.Median(medianDays), shapePerDay);

    /// <summary>The Gompertz of this shape through a milestone rate or a quantile.</summary>
    /// <param name="point">A point of the survival curve.</param>
    /// <param name="shapePerDay">Change of the log hazard per day.</param>
    public static GompertzHazard Through(SurvivalPoint point, double shapePerDay) =>
        new(point.CumulativeHazard / Stretch(point.Days, Require.Finite(shapePerDay)), shapePerDay);

    /// <summary>The only Gompertz through two points.</summary>
    /// <param name="earlier">The point of the smaller day and larger survival.</param>
    /// <param name="later">The point of the larger day and smaller survival.</param>
    /// <exception cref="ArgumentException">The curve does not fall from the first point to the second, or falls too abruptly for a Gompertz.</exception>
    public static GompertzHazard Through(SurvivalPoint earlier, SurvivalPoint later)
    {
        SurvivalPoint.RequireFalling(earlier, later);

        // The ratio of the two cumulative hazards depends on the shape alone, and its logarithm rises with it from 0 without bound.
        double target = Math.Log(later.CumulativeHazard / earlier.CumulativeHazard);
        double dayScale = later.Days;
        double Excess(double shape) =>
            Math.Log(Stretch(later.Days, shape / dayScale) / Stretch(earlier.Days, shape / dayScale)) - target;

        double low = -1.0;
        double high = 1.0;
        while (Excess(low) > 0.0 && low > -600.0)
        {
            low *= 2.0;
        }

        // At most 512, since the exponential of the next power of two is no number any more.
        while (Excess(high) < 0.0 && high < 512.0)
        {
            high *= 2.0;
        }

        return Brent.TryFindRoot(Excess, low, high, 1e-14, 200, out double shapeByScale)
            ? Through(later, shapeByScale / dayScale)
            : throw new ArgumentException(
                $"No Gompertz falls from survival {earlier.Survival} at day {earlier.Days} to {later.Survival} at day {later.Days} "
                + "within the range of numbers. Give points further apart, or a piecewise exponential.",
                nameof(later));
    }

    /// <inheritdoc/>
    public override double Cumulative(double days) => PerDayAtStart * Stretch(days, ShapePerDay);

    /// <inheritdoc/>
    public override double DayOf(double cumulative)
    {
        double linear = cumulative / PerDayAtStart;
        double bent = ShapePerDay * linear;
        return ShapePerDay == 0.0 ? linear
            : bent <= -1.0 ? double.PositiveInfinity
            : Elementary.LogOnePlus(bent) / ShapePerDay;
    }

    /// <inheritdoc/>
    public override double At(double days) => PerDayAtStart * Math.Exp(ShapePerDay * days);

    /// <summary>Days counted in units of the starting hazard: (exp(shape · days) − 1)/shape.</summary>
    private static double Stretch(double days, double shapePerDay) =>
        shapePerDay == 0.0 ? days : Elementary.ExpMinusOne(shapePerDay * days) / shapePerDay;
}
