namespace TrialSim.Results.Tables;

/// <summary>Whether a row tests, and whether its Z has a sign.</summary>
internal enum TestDirection
{
    /// <summary>It is no test.</summary>
    NoTest,

    /// <summary>Z is positive when the experimental arm, or the arm with the higher score, does better.</summary>
    Directed,

    /// <summary>Against any difference: there is no Z.</summary>
    Undirected,

    /// <summary>Whether a probability is high enough: there is no Z and no p.</summary>
    Probability,
}
