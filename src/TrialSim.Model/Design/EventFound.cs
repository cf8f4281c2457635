using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>That one of these events has happened, from the day it is seen.</summary>
/// <param name="Events">Indices of the clinical events.</param>
public sealed record EventFound(ImmutableArray<int> Events) : Finding;
