namespace TrialSim.Model;

/// <summary>How much to simulate.</summary>
/// <param name="Seed">Key of all draws.</param>
/// <param name="Replicates">How many trials to simulate.</param>
public sealed record RunPlan(ulong Seed, long Replicates)
{
    /// <summary>Whether decisions to stop a trial are followed.</summary>
    public StopObedience Stopping { get; init; } = StopObedience.Stops;
}
