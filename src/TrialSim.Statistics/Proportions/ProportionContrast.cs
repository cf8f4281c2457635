namespace TrialSim.Statistics.Proportions;

/// <summary>A number that compares two proportions, experimental with control.</summary>
/// <param name="Estimate">A difference, a ratio or an odds ratio; ratios may be +∞.</param>
/// <param name="Reason">Why there is no estimate, which is then 0.</param>
public readonly record struct ProportionContrast(double Estimate, NotEstimable Reason)
{
    /// <summary>Whether there is an estimate.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    internal static ProportionContrast Without(NotEstimable reason) => new(0.0, reason);
}
