namespace TrialSim.Engine.Analyses;

/// <summary>Which patients of an analysis by groups a row is about.</summary>
public enum PatientGroup
{
    /// <summary>The row is about arms.</summary>
    None,

    /// <summary>Those with the status.</summary>
    With,

    /// <summary>Those without it.</summary>
    Without,

    /// <summary>Those with it against those without.</summary>
    WithAgainstWithout,
}
