using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>On the day of the endpoint's n-th event.</summary>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Count">How many events.</param>
/// <param name="Arms">Indices of the arms in which events count.</param>
public sealed record EventsSeen(int Endpoint, int Count, ImmutableArray<int> Arms) : LookTrigger;
