namespace TrialSim.Model.Targets;

/// <summary>Which group of patients a target is about, where its analysis divides patients by what was found of them.</summary>
public enum TargetGroup
{
    /// <summary>Those of whom it was found.</summary>
    With,

    /// <summary>The others.</summary>
    Without,
}
