using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>A time-to-event endpoint: the first of its events counts.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Events">Indices of the clinical events that count.</param>
public sealed record Endpoint(string Name, ImmutableArray<int> Events);
