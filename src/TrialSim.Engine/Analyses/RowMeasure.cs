namespace TrialSim.Engine.Analyses;

/// <summary>What a result row holds, and so which of its columns are filled.</summary>
public enum RowMeasure
{
    /// <summary>Patients and events of an arm; no estimate.</summary>
    Count,

    /// <summary>Log-rank test: Z and p.</summary>
    LogRank,

    /// <summary>Hazard ratio, experimental over control; the standard error is that of its logarithm; Wald Z and p.</summary>
    HazardRatio,

    /// <summary>Median survival in days, with limits; an upper limit that the data do not reach is +∞.</summary>
    Median,

    /// <summary>Survival at a milestone, 0…1.</summary>
    Survival,

    /// <summary>Difference of survival at a milestone, experimental minus control; Z and p.</summary>
    SurvivalDifference,

    /// <summary>MaxCombo test: the largest Z, or of a test on both sides the one farthest from 0, and p.</summary>
    MaxCombo,

    /// <summary>Log-rank test of all arms: the estimate is the chi-square, without error or limits; p.</summary>
    GlobalLogRank,

    /// <summary>Log-rank test for trend over all arms: Z and p; Z is positive when arms with higher scores do better.</summary>
    Trend,

    /// <summary>Restricted mean survival time in days.</summary>
    RestrictedMean,

    /// <summary>Difference of restricted mean survival times in days, experimental minus control; Z and p.</summary>
    RestrictedMeanDifference,

    /// <summary>Ratio of restricted mean survival times, experimental over control; the standard error is that of its logarithm; Z and p.</summary>
    RestrictedMeanRatio,

    /// <summary>Median potential follow-up in days, with limits; an upper limit that the data do not reach is +∞.</summary>
    MedianFollowUp,

    /// <summary>Median survival in days, with limits, had every event been known on its day; beside <see cref="Median"/> where events are seen at visits.</summary>
    TrueMedian,

    /// <summary>Patients of an arm of whom there is a number; no events, no estimate.</summary>
    Measured,

    /// <summary>Share of patients of whom a binary endpoint is true, 0…1.</summary>
    Proportion,

    /// <summary>Difference of two such shares, experimental minus control; Z (of an exact test the normal deviate with its p-value) and p.</summary>
    ProportionDifference,

    /// <summary>Mean of a numeric endpoint, in its own unit.</summary>
    Mean,

    /// <summary>Difference of two such means, experimental minus control; Z is the t statistic; p.</summary>
    MeanDifference,

    /// <summary>Share of an arm with an event by a time, when others compete, 0…1.</summary>
    CumulativeIncidence,

    /// <summary>Share of one arm, tested against a probability that is known, 0…1; Z is the normal deviate with the exact p-value.</summary>
    ProportionTest,

    /// <summary>Events of one arm over those expected under a hazard that is known, with exact limits; Z and p of the one-sample log-rank test.</summary>
    EventRatio,

    /// <summary>Posterior probability of what is hoped for, 0…1; no Z and no p.</summary>
    PosteriorProbability,

    /// <summary>Probability that the trial will end in success, 0…1; no Z and no p.</summary>
    PredictiveProbability,
}
