using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Folder;

namespace TrialSim.Cli.Runs;

/// <summary>Counts replicates that nobody looks at yet.</summary>
internal sealed class NoRecorder : IReplicateSink
{
    /// <inheritdoc/>
    public long Replicates { get; private set; }

    /// <inheritdoc/>
    public void Prepare(ReplicateBatch batch)
    {
    }

    /// <inheritdoc/>
    public void Add(ReplicateBatch batch) => Replicates += batch.Count;
}
