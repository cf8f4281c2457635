namespace TrialSim.Statistics.Survival;

/// <summary>How the variance of a restricted mean survival time is estimated.</summary>
public enum RestrictedMeanVariance
{
    /// <summary>The sum of A²·d/(n(n − d)), with A the area under the curve from the event day to the horizon. R's <c>survfit</c> and <c>survRM2</c>.</summary>
    Greenwood,

    /// <summary>Greenwood's form times m/(m − 1) for m events up to the horizon (Klein and Moeschberger 2003). SAS; 0 for a single event.</summary>
    BiasCorrected,
}
