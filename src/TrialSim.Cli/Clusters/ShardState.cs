namespace TrialSim.Cli.Clusters;

/// <summary>How far a shard has come.</summary>
internal enum ShardState
{
    /// <summary>Nothing of it is there.</summary>
    NotBegun,

    /// <summary>What there is of it is not as it was written.</summary>
    Damaged,

    /// <summary>A process is at it.</summary>
    Running,

    /// <summary>A part of it is there, and no process is at it.</summary>
    Stopped,

    /// <summary>All of it is there.</summary>
    Complete,
}
