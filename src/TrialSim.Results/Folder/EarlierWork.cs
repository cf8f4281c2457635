namespace TrialSim.Results.Folder;

/// <summary>What stays of earlier work on the same results while a draft is made.</summary>
public enum EarlierWork
{
    /// <summary>Nothing but the results themselves, until they are replaced.</summary>
    Removed,

    /// <summary>The replicate logs of a run that is not finished.</summary>
    LogsKept,

    /// <summary>The shards of a run.</summary>
    ShardsKept,
}
