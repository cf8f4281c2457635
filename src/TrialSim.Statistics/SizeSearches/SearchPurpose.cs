namespace TrialSim.Statistics.SizeSearches;

/// <summary>What replicates of a search are for.</summary>
public enum SearchPurpose
{
    /// <summary>To find sizes on both sides of the answer.</summary>
    Bracket,

    /// <summary>To find the answer between them.</summary>
    Refine,

    /// <summary>To confirm it: these replicates have no part in finding it.</summary>
    Confirm,
}
