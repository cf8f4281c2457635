namespace TrialSim.Statistics.Proportions;

/// <summary>Whether a normal approximation of counts allows for their being whole numbers.</summary>
public enum ContinuityCorrection
{
    /// <summary>No correction.</summary>
    None,

    /// <summary>Yates's correction: each difference is taken half a patient nearer to 0, but not beyond it.</summary>
    Yates,
}
