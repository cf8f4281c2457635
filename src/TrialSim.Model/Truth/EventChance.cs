using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>A risk that an occasion adds to an event's hazard.</summary>
/// <param name="At">The occasion.</param>
/// <param name="Rules">The first rule that holds applies; without any there is no risk.</param>
public sealed record EventChance(Occasion At, ImmutableArray<ChanceRule> Rules);
