using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>That a state has one of these levels, as far as is known, at a certain visit.</summary>
/// <param name="State">Index of the state.</param>
/// <param name="Levels">Indices of the levels.</param>
/// <param name="Visit">The visit.</param>
public sealed record LevelFoundAt(int State, ImmutableArray<int> Levels, VisitNumber Visit) : Finding;
