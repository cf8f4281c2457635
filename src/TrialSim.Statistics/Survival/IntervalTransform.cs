namespace TrialSim.Statistics.Survival;

/// <summary>The scale on which a survival probability is taken to be normal; the names are those of R's <c>conf.type</c>.</summary>
public enum IntervalTransform
{
    /// <summary>ln S: R's default.</summary>
    Log,

    /// <summary>ln(−ln S): the default of SAS; the limits stay within 0 and 1.</summary>
    LogLog,

    /// <summary>S itself.</summary>
    Plain,

    /// <summary>ln(S / (1 − S)); the limits stay within 0 and 1.</summary>
    Logit,

    /// <summary>The arc sine of √S, its limits cut at 0 and π/2.</summary>
    ArcSine,
}
