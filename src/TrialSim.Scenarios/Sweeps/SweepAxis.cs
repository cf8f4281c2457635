using System.Collections.Immutable;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>Keys of a sweep that move together.</summary>
/// <param name="Keys">The keys, at least one.</param>
/// <param name="Levels">How many levels they take.</param>
/// <param name="Order">Whether one level follows another.</param>
public sealed record SweepAxis(ImmutableArray<string> Keys, int Levels, LevelOrder Order);
