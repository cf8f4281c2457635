namespace TrialSim.Statistics.SizeSearches;

/// <summary>What has been looked at near a crossing.</summary>
public enum CrossingNeighbours
{
    /// <summary>Sizes on one side at most: what lies between sizes far from each other need not be straight.</summary>
    Missing,

    /// <summary>Sizes on both sides, or the end of the range.</summary>
    OnBothSides,
}
