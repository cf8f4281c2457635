namespace TrialSim.Statistics.SizeSearches;

/// <summary>On which side of its bound a characteristic is to lie.</summary>
public enum TargetSide
{
    /// <summary>At the bound or above.</summary>
    AtLeast,

    /// <summary>At the bound or below.</summary>
    AtMost,
}
