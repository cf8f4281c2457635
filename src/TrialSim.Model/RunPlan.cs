namespace TrialSim.Model;

/// <summary>How much to simulate.</summary>
/// <param name="Seed">Key of all draws.</param>
/// <param name="Replicates">How many trials to simulate.</param>
public sealed record RunPlan(ulong Seed, long Replicates);
