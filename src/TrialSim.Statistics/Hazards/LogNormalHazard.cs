using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Hazards;

/// <summary>Log-normal: ln(days) is normal with mean ln(median). R's <c>plnorm</c> with meanlog = ln(median) and sdlog = sigma.</summary>
/// <param name="MedianDays">Above 0.</param>
/// <param name="Sigma">Standard deviation of ln(days), above 0.</param>
public sealed record LogNormalHazard(double MedianDays, double Sigma) : Hazard
{
    private readonly double _inverseSigma = 1.0 / Sigma;

    /// <inheritdoc/>
    public override double MedianDays { get; } = Require.PositiveFinite(MedianDays);

    /// <summary>Standard deviation of ln(days).</summary>
    public double Sigma { get; } = Require.PositiveFinite(Sigma);

    /// <summary>The log-normal of this sigma through a milestone rate or a quantile.</summary>
    /// <param name="point">A point of the survival curve.</param>
    /// <param name="sigma">Above 0.</param>
    public static LogNormalHazard Through(SurvivalPoint point, double sigma) =>
        new(point.Days * Math.Exp(Require.PositiveFinite(sigma) * Normal.Quantile(point.Survival)), sigma);

    /// <summary>The only log-normal through two points.</summary>
    /// <param name="earlier">The point of the smaller day and larger survival.</param>
    /// <param name="later">The point of the larger day and smaller survival.</param>
    /// <exception cref="ArgumentException">The curve does not fall from the first point to the second.</exception>
    public static LogNormalHazard Through(SurvivalPoint earlier, SurvivalPoint later)
    {
        SurvivalPoint.RequireFalling(earlier, later);
        double sigma = Math.Log(later.Days / earlier.Days) / (Normal.Quantile(earlier.Survival) - Normal.Quantile(later.Survival));
        return Through(later, sigma);
    }

    /// <inheritdoc/>
    public override double Cumulative(double days) => -Normal.LogUpperTail(StandardLogOf(days));

    /// <inheritdoc/>
    public override double DayOf(double cumulative) => MedianDays * Math.Exp(Sigma * Normal.QuantileOfLogUpperTail(-cumulative));

    /// <inheritdoc/>
    public override double At(double days)
    {
        double z = StandardLogOf(days);

        // Density over survival, divided in log space: both underflow long before their ratio does.
        return days == 0.0 ? 0.0 : Math.Exp(Normal.LogDensity(z) - Normal.LogUpperTail(z)) * _inverseSigma / days;
    }

    private double StandardLogOf(double days) => Math.Log(days / MedianDays) * _inverseSigma;
}
