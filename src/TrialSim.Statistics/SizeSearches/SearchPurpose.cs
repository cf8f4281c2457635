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

    /// <summary>To know the errors of the tests at the answer: replicates of the trial in which nothing that is on trial has an effect. The search itself never asks for them.</summary>
    UnderNull,
}
