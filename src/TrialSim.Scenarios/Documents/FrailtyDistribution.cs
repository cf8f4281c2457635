namespace TrialSim.Scenarios.Documents;

/// <summary>How a frailty is distributed.</summary>
internal enum FrailtyDistribution
{
    /// <summary>Gamma of mean 1.</summary>
    Gamma,

    /// <summary>Log-normal of mean 1.</summary>
    LogNormal,
}
