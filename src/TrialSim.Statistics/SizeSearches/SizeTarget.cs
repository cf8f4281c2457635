namespace TrialSim.Statistics.SizeSearches;

/// <summary>What a characteristic is to reach.</summary>
/// <param name="Bound">In the unit of the characteristic; strictly between 0 and 1 for a share.</param>
/// <param name="Side">On which side of it.</param>
/// <param name="Scale">On which scale the characteristic is nearly straight.</param>
public readonly record struct SizeTarget(double Bound, TargetSide Side, CurveScale Scale)
{
    /// <summary>How far a value is on the right side of the bound; below 0 on the wrong one.</summary>
    public double Margin(double value) => Side == TargetSide.AtLeast ? value - Bound : Bound - value;

    /// <summary>Whether a value reaches it.</summary>
    public bool IsMet(double value) => Margin(value) >= 0.0;
}
