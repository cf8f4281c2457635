using TrialSim.Engine.Conduct;

namespace TrialSim.Results.Samples;

/// <summary>Reads off whole replicates what it is for.</summary>
internal interface ITrialReader
{
    /// <summary>Takes the next replicate.</summary>
    public void Add(ReplayedTrial replayed);
}
