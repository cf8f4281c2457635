namespace TrialSim.Cli.Runs;

/// <summary>What becomes of the log of a finished run or sweep.</summary>
internal enum LogKeeping
{
    /// <summary>It is removed.</summary>
    Removed,

    /// <summary>It stays among the results, so that a run can be made longer, and sweeps can be compared replicate by replicate.</summary>
    Kept,
}
