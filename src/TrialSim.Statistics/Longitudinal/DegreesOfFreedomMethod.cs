namespace TrialSim.Statistics.Longitudinal;

/// <summary>How a contrast of a mixed model gets its standard error and degrees of freedom.</summary>
public enum DegreesOfFreedomMethod
{
    /// <summary>
    /// Kenward and Roger (1997), Biometrics 53:983: the error allows for the covariance having been estimated, and the degrees follow
    /// from the expected information. Exact when no visit is missing.
    /// </summary>
    KenwardRoger,

    /// <summary>The plain error with Satterthwaite's degrees of freedom from the observed information, as SAS and R's <c>mmrm</c> have them.</summary>
    Satterthwaite,

    /// <summary>The plain error with observations less columns: R's <c>nlme::gls</c>. Too many for comparisons between patients.</summary>
    Residual,
}
