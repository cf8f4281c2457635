namespace TrialSim.Scenarios.Documents;

/// <summary>By what arms are ranked.</summary>
internal enum RankedBy
{
    /// <summary>The test statistic; larger is better.</summary>
    Z,

    /// <summary>The hazard ratio; smaller is better.</summary>
    HazardRatio,

    /// <summary>The posterior or predictive probability; larger is better.</summary>
    Probability,
}
