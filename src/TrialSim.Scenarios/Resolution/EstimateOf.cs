namespace TrialSim.Scenarios.Resolution;

/// <summary>What a scenario's word for an estimate asks that it be an estimate of.</summary>
internal enum EstimateOf
{
    /// <summary>Whatever the analysis estimates.</summary>
    Anything,

    /// <summary>A hazard ratio.</summary>
    HazardRatio,

    /// <summary>A posterior or predictive probability.</summary>
    Probability,
}
