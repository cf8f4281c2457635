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
}
