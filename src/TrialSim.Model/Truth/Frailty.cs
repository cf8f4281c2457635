using System.Collections.Immutable;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Truth;

/// <summary>
/// A factor on hazards that each patient has for life and nobody knows: who progresses early dies early too. One draw for all events it is on.
/// Vaupel, Manton, Stallard (1979), "The impact of heterogeneity in individual frailty on the dynamics of mortality".
/// </summary>
/// <param name="Purpose">Key of its draw.</param>
/// <param name="Distribution">How the factor is distributed, as a survival curve over its values instead of days; its mean is 1.</param>
/// <param name="Events">Indices of the events.</param>
public sealed record Frailty(uint Purpose, Hazard Distribution, ImmutableArray<int> Events)
{
    /// <summary>The gamma frailty of mean 1: shape and rate are 1/<paramref name="variance"/>.</summary>
    /// <param name="purpose">Key of its draw.</param>
    /// <param name="variance">Variance of the factor, 10⁻⁶…10⁴.</param>
    /// <param name="events">Indices of the events.</param>
    public static Frailty Gamma(uint purpose, double variance, ImmutableArray<int> events) =>
        new(purpose, new GeneralisedGammaHazard(0, Math.Sqrt(variance), Math.Sqrt(variance)), events);

    /// <summary>
    /// The log-normal frailty of mean 1: its logarithm is normal with variance s² = ln(1 + <paramref name="variance"/>) and mean −s²/2.
    /// The variance of R's <c>frailty(dist = "gaussian")</c> and of coxme is s².
    /// </summary>
    /// <param name="purpose">Key of its draw.</param>
    /// <param name="variance">Variance of the factor itself, above 0.</param>
    /// <param name="events">Indices of the events.</param>
    public static Frailty LogNormal(uint purpose, double variance, ImmutableArray<int> events) =>
        new(purpose, new LogNormalHazard(1 / Math.Sqrt(1 + variance), Math.Sqrt(Math.Log(1 + variance))), events);
}
