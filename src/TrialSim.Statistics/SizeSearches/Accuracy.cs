namespace TrialSim.Statistics.SizeSearches;

/// <summary>Whether an answer is as exact as was asked for.</summary>
public enum Accuracy
{
    /// <summary>It is.</summary>
    Reached,

    /// <summary>The replicates were spent before.</summary>
    BudgetSpent,
}
