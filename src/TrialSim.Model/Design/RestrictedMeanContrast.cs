namespace TrialSim.Model.Design;

/// <summary>How the restricted mean survival times of two arms are set against each other.</summary>
public enum RestrictedMeanContrast
{
    /// <summary>Experimental minus control, normal on the plain scale.</summary>
    Difference,

    /// <summary>Experimental over control, normal on the log scale.</summary>
    Ratio,
}
