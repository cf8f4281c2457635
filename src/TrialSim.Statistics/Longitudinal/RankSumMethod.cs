namespace TrialSim.Statistics.Longitudinal;

/// <summary>How the p-value of a rank sum is found.</summary>
public enum RankSumMethod
{
    /// <summary>R's choice: exact with fewer than 50 in each arm and no ties, else normal with the correction for continuity.</summary>
    Automatic,

    /// <summary>Normal, variance corrected for ties, and for continuity.</summary>
    NormalCorrected,

    /// <summary>Normal, variance corrected for ties, without a correction for continuity.</summary>
    Normal,
}
