using TrialSim.Statistics.Probability;

namespace TrialSim.Model.Design;

/// <summary>When a test rejects. Z is positive when the experimental arm does better.</summary>
/// <param name="OneSidedAlpha">Error allowed on each side, above 0 and below 0.5.</param>
/// <param name="Sides">Directions in which it may reject.</param>
public sealed record RejectionCriterion(double OneSidedAlpha, RejectionSides Sides)
{
    /// <summary>Error allowed on each side. Without a setter, so that a copy cannot leave <see cref="CriticalZ"/> behind.</summary>
    public double OneSidedAlpha { get; } = OneSidedAlpha;

    /// <summary>The upper <see cref="OneSidedAlpha"/> quantile of the standard normal distribution.</summary>
    public double CriticalZ { get; } = -Normal.Quantile(OneSidedAlpha);

    /// <summary>Error allowed over all directions in which it may reject.</summary>
    public double Alpha => Sides == RejectionSides.Both ? 2.0 * OneSidedAlpha : OneSidedAlpha;

    /// <summary>Whether a test with this statistic rejects.</summary>
    public bool IsMetBy(double z) => z >= CriticalZ || (Sides == RejectionSides.Both && z <= -CriticalZ);

    /// <summary>Probability that a test rejects when its statistic is normal with variance 1.</summary>
    /// <param name="meanZ">Mean of the statistic.</param>
    public double PowerAt(double meanZ) =>
        Normal.UpperTail(CriticalZ - meanZ) + (Sides == RejectionSides.Both ? Normal.UpperTail(CriticalZ + meanZ) : 0.0);
}
