namespace TrialSim.Scenarios.Documents;

/// <summary>A statistical method.</summary>
internal enum AnalysisMethod
{
    /// <summary>Log-rank test, stratified where factors are named.</summary>
    LogRank,

    /// <summary>The largest of several weighted log-rank tests.</summary>
    MaxCombo,

    /// <summary>Log-rank test of all arms.</summary>
    GlobalLogRank,

    /// <summary>Log-rank test for trend over all arms.</summary>
    LogRankTrend,

    /// <summary>Hazard ratio by Cox regression.</summary>
    Cox,

    /// <summary>Kaplan–Meier median.</summary>
    KaplanMeierMedian,

    /// <summary>Kaplan–Meier survival at one time.</summary>
    Milestone,

    /// <summary>Restricted mean survival time.</summary>
    Rmst,

    /// <summary>Median potential follow-up, by the reverse Kaplan–Meier curve.</summary>
    MedianFollowUp,

    /// <summary>Share with an event by a time, others competing.</summary>
    CumulativeIncidence,

    /// <summary>Share of whom a binary endpoint is true.</summary>
    Proportion,

    /// <summary>Pearson's test of two such shares.</summary>
    ChiSquare,

    /// <summary>Fisher's exact test of two such shares.</summary>
    Fisher,

    /// <summary>Mean of numbers.</summary>
    Mean,

    /// <summary>The t test of two such means.</summary>
    TTest,

    /// <summary>Exact test of one arm's share against a probability that is known.</summary>
    ExactBinomial,

    /// <summary>Log-rank test of one arm against a hazard that is known.</summary>
    OneSampleLogRank,

    /// <summary>Posterior probability of what is hoped for.</summary>
    PosteriorProbability,

    /// <summary>Probability that the trial will end in success.</summary>
    PredictiveProbability,
}
