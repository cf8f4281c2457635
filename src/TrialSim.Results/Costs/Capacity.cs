namespace TrialSim.Results.Costs;

/// <summary>What a machine has for a command.</summary>
/// <param name="MemoryBytes">Memory that its process may take.</param>
/// <param name="DiskBytes">What is free where it writes.</param>
public sealed record Capacity(double MemoryBytes, double DiskBytes);
