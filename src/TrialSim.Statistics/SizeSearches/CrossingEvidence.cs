namespace TrialSim.Statistics.SizeSearches;

/// <summary>Whether a characteristic passes its bound for sure.</summary>
public enum CrossingEvidence
{
    /// <summary>It may be chance: the interval of the crossing is not within the sizes that were looked at, and at none of them the bound is passed by more than replicates may stray.</summary>
    Chance,

    /// <summary>The interval lies within the sizes that were looked at, or the bound is clearly passed at one of them.</summary>
    Shown,
}
