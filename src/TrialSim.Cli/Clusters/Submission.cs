namespace TrialSim.Cli.Clusters;

/// <summary>What becomes of the scripts.</summary>
internal enum Submission
{
    /// <summary>They are written and submitted.</summary>
    Made,

    /// <summary>They are shown, and nothing is done.</summary>
    Shown,
}
