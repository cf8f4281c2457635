namespace TrialSim.Model.Targets;

/// <summary>Where a target's figure comes from.</summary>
public enum TargetBasis
{
    /// <summary>A study reported it.</summary>
    Reported,

    /// <summary>Nobody reported it; it is assumed.</summary>
    Assumption,

    /// <summary>A formula gives it.</summary>
    Exact,
}
