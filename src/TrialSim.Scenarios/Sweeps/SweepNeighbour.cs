namespace TrialSim.Scenarios.Sweeps;

/// <summary>The cell before another one along one dimension of a sweep.</summary>
/// <param name="Along">The keys in which the two differ, joined by a comma and a space.</param>
/// <param name="Number">Its number.</param>
public readonly record struct SweepNeighbour(string Along, int Number);
