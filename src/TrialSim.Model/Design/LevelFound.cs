using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>That one of these levels of a state has been seen.</summary>
/// <param name="State">Index of the state.</param>
/// <param name="Levels">Indices of the levels.</param>
public sealed record LevelFound(int State, ImmutableArray<int> Levels) : Finding;
