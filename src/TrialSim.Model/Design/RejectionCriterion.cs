namespace TrialSim.Model.Design;

/// <summary>When a test rejects. Z is positive when the experimental arm does better.</summary>
/// <param name="OneSidedAlpha">Error allowed on each side, 0…0.5.</param>
/// <param name="Sides">Directions in which it may reject.</param>
/// <param name="CriticalZ">The upper <paramref name="OneSidedAlpha"/> quantile of the standard normal distribution.</param>
public sealed record RejectionCriterion(double OneSidedAlpha, RejectionSides Sides, double CriticalZ)
{
    /// <summary>Whether a test with this statistic rejects.</summary>
    public bool IsMetBy(double z) => z >= CriticalZ || (Sides == RejectionSides.Both && z <= -CriticalZ);
}
