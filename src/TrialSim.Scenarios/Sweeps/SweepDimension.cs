using System.Collections.Immutable;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>Keys that move together, and the values that they take.</summary>
/// <param name="Keys">The keys, at least one.</param>
/// <param name="Levels">At least one level, with a value for each key.</param>
/// <param name="Order">Whether one level follows another.</param>
internal sealed record SweepDimension(ImmutableArray<string> Keys, ImmutableArray<ImmutableArray<YamlNode>> Levels, LevelOrder Order);
