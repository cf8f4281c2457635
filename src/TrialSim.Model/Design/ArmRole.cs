namespace TrialSim.Model.Design;

/// <summary>What an arm is for.</summary>
public enum ArmRole
{
    /// <summary>The arm that others are compared with.</summary>
    Control,

    /// <summary>An arm whose treatment is on trial.</summary>
    Experimental,
}
