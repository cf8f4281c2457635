using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>A factor on an event's hazard as long as a condition holds.</summary>
/// <param name="Event">Index of the event.</param>
/// <param name="While">The condition in disjunctive form: it holds when any term does.</param>
/// <param name="LogHazardRatio">Natural logarithm of the factor.</param>
public sealed record Effect(int Event, ImmutableArray<StateMask> While, double LogHazardRatio)
{
    /// <summary>Whether the condition holds in this state.</summary>
    public bool Holds(ulong state) => StateMask.AnyHolds(While, state);
}
