namespace TrialSim.Scenarios.Documents;

/// <summary>A statistical method.</summary>
internal enum AnalysisMethod
{
    /// <summary>Log-rank test, stratified where factors are named.</summary>
    LogRank,

    /// <summary>Hazard ratio by Cox regression.</summary>
    Cox,

    /// <summary>Kaplan–Meier median.</summary>
    KaplanMeierMedian,

    /// <summary>Kaplan–Meier survival at one time.</summary>
    Milestone,
}
