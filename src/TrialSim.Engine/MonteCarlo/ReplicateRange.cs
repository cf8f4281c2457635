namespace TrialSim.Engine.MonteCarlo;

/// <summary>A run of consecutive replicates. A replicate's number is part of its draws' key, so replicate 17 is the same trial in every range.</summary>
/// <param name="First">Number of the first one, from 1.</param>
/// <param name="Count">How many.</param>
public readonly record struct ReplicateRange(uint First, uint Count);
