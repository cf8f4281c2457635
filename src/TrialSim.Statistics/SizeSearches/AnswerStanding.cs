namespace TrialSim.Statistics.SizeSearches;

/// <summary>How well founded an answer is.</summary>
public enum AnswerStanding
{
    /// <summary>Its interval is as narrow as was asked for.</summary>
    AsExactAsAsked,

    /// <summary>The replicates were spent before that.</summary>
    BudgetSpent,
}
