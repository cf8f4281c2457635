namespace TrialSim.Results.Tables;

/// <summary>What a row says about the error of its estimate.</summary>
internal enum EstimateError
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Limits, as a quantile of a curve has. One that is not reached is longer than any that is.</summary>
    Limits,

    /// <summary>Standard error and limits.</summary>
    StandardErrorAndLimits,
}
