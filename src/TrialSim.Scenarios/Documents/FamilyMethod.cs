namespace TrialSim.Scenarios.Documents;

/// <summary>How tests share one alpha.</summary>
internal enum FamilyMethod
{
    /// <summary>Each gets an equal part.</summary>
    Bonferroni,

    /// <summary>Step-down.</summary>
    Holm,

    /// <summary>Step-up.</summary>
    Hochberg,

    /// <summary>One critical value for comparisons with one control.</summary>
    Dunnett,

    /// <summary>Each at all of alpha, in their order, until one fails.</summary>
    FixedSequence,

    /// <summary>Shares that a rejection passes on.</summary>
    Graph,

    /// <summary>All or none.</summary>
    CoPrimary,

    /// <summary>Every intersection.</summary>
    ClosedTest,
}
