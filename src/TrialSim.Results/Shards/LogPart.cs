namespace TrialSim.Results.Shards;

/// <summary>What a log holds.</summary>
public enum LogPart
{
    /// <summary>Replicates of the trial as it is written.</summary>
    Trial,

    /// <summary>Replicates of the same trial under its null hypothesis.</summary>
    Null,

    /// <summary>The cells of a sweep.</summary>
    Cells,

    /// <summary>The evaluations of a search.</summary>
    Evaluations,
}
