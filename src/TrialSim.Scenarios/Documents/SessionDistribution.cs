namespace TrialSim.Scenarios.Documents;

/// <summary>How the lengths of sessions lie around their mean.</summary>
internal enum SessionDistribution
{
    /// <summary>All the same.</summary>
    Fixed,

    /// <summary>Exponentially distributed.</summary>
    Exponential,
}
