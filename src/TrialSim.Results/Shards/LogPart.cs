namespace TrialSim.Results.Shards;

/// <summary>Which trial the replicates of a log are of.</summary>
public enum LogPart
{
    /// <summary>The trial as it is written.</summary>
    Trial,

    /// <summary>The same trial under its null hypothesis.</summary>
    Null,
}
