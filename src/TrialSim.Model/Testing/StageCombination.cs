namespace TrialSim.Model.Testing;

/// <summary>How the stages of a sequential test make one statistic.</summary>
public enum StageCombination
{
    /// <summary>The statistic of all data, with bounds at the observed information.</summary>
    AllData,

    /// <summary>
    /// The stages' own Z with weights fixed by the planned information, and bounds at the planned information: the error holds when what comes later was changed by what a look
    /// has shown (Lehmacher and Wassmer, Biometrics 55, 1999; Cui, Hung and Wang, Biometrics 55, 1999).
    /// </summary>
    InverseNormal,
}
