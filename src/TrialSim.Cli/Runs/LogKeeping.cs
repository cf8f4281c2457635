namespace TrialSim.Cli.Runs;

/// <summary>What becomes of the replicate log of a finished run.</summary>
internal enum LogKeeping
{
    /// <summary>It is removed.</summary>
    Removed,

    /// <summary>It stays among the results, so that the run can be made longer.</summary>
    Kept,
}
