namespace TrialSim.Scenarios.Documents;

/// <summary>A family of hazards.</summary>
internal enum HazardFamily
{
    /// <summary>The same on every day.</summary>
    Exponential,

    /// <summary>Cumulative hazard (days/scale)^shape.</summary>
    Weibull,

    /// <summary>The logarithm of the hazard is a straight line.</summary>
    Gompertz,

    /// <summary>The logarithm of the time is normal.</summary>
    LogNormal,

    /// <summary>The odds of the event are a power of time.</summary>
    LogLogistic,

    /// <summary>Weibull, gamma and log-normal among others: Prentice's three parameters.</summary>
    GeneralisedGamma,
}
