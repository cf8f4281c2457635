namespace TrialSim.Statistics.SizeSearches;

/// <summary>Which sizes a target allows.</summary>
public enum CrossingSide
{
    /// <summary>Those from a size on.</summary>
    FromHere,

    /// <summary>Those up to a size.</summary>
    UpToHere,
}
