namespace TrialSim.Model.Forecasts;

/// <summary>What a formula foretells.</summary>
public enum ForecastMeasure
{
    /// <summary>Mean day of a look since the trial opened.</summary>
    LookTime,

    /// <summary>Mean number of endpoint events seen at a look, in one arm or in all.</summary>
    Events,

    /// <summary>Probability that a test rejects, in either direction that it allows.</summary>
    Power,

    /// <summary>Probability that a test which is judged over looks rejects at a look or before it.</summary>
    CumulativePower,

    /// <summary>Mean of the test statistic, positive when the experimental arm does better.</summary>
    MeanZ,

    /// <summary>The hazard ratio that Cox regression tends to.</summary>
    HazardRatio,

    /// <summary>The day by which half of an arm's patients have the event.</summary>
    Median,

    /// <summary>Share of an arm's patients without the event at the milestone.</summary>
    MilestoneSurvival,

    /// <summary>Difference of two arms' shares, experimental minus control.</summary>
    MilestoneDifference,

    /// <summary>Mean days without the event up to the horizon, of an arm.</summary>
    RestrictedMean,

    /// <summary>Difference of two arms' restricted means, experimental minus control.</summary>
    RestrictedMeanDifference,

    /// <summary>Ratio of two arms' restricted means, experimental over control.</summary>
    RestrictedMeanRatio,
}
