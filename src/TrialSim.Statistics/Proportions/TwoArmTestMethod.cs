namespace TrialSim.Statistics.Proportions;

/// <summary>How two proportions are tested.</summary>
public enum TwoArmTestMethod
{
    /// <summary>Pearson's test, pooled variance, without a correction.</summary>
    Pearson,

    /// <summary>Pearson's test with Yates's correction.</summary>
    PearsonYates,

    /// <summary>Fisher's exact test.</summary>
    FisherExact,
}
