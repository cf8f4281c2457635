using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>That the best level of a state seen so far, the one that stands first among its levels, is one of these: a best response. From the first day on which one of them is seen.</summary>
/// <param name="State">Index of the state.</param>
/// <param name="Levels">Indices of the levels.</param>
public sealed record BestLevelFound(int State, ImmutableArray<int> Levels) : Finding;
