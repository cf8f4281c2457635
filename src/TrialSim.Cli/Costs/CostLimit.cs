namespace TrialSim.Cli.Costs;

/// <summary>Whether what is absurd is refused.</summary>
internal enum CostLimit
{
    /// <summary>It is.</summary>
    Holds,

    /// <summary>It is started, because the user has asked for it.</summary>
    Ignored,
}
