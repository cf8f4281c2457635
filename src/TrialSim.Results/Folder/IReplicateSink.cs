using TrialSim.Engine.MonteCarlo;

namespace TrialSim.Results.Folder;

/// <summary>Where the replicates of a run go.</summary>
public interface IReplicateSink
{
    /// <summary>Replicates taken so far.</summary>
    public long Replicates { get; }

    /// <summary>Does what can be done with a batch alone, for several batches at the same time.</summary>
    public void Prepare(ReplicateBatch batch);

    /// <summary>Takes the next batch, which was prepared.</summary>
    public void Add(ReplicateBatch batch);
}
