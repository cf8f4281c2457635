namespace TrialSim.Scenarios.Documents;

/// <summary>How tests share one alpha.</summary>
internal enum FamilyMethod
{
    /// <summary>Each gets an equal part.</summary>
    Bonferroni,
}
