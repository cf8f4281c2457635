namespace TrialSim.Model.Design;

/// <summary>What is taken of a measurement.</summary>
public enum MarkerChange
{
    /// <summary>The measurement itself.</summary>
    None,

    /// <summary>The measurement less the patient's first.</summary>
    Absolute,

    /// <summary>The same over the patient's first.</summary>
    Relative,
}
