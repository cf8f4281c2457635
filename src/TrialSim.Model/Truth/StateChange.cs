using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>What an occasion does to a state.</summary>
/// <param name="At">The occasion.</param>
/// <param name="Purpose">Key of its draws: one for each number of the occasion, so that no other occasion can shift them.</param>
/// <param name="Rules">The first rule that holds applies; without any the state stays as it is.</param>
public sealed record StateChange(Occasion At, uint Purpose, ImmutableArray<LevelRule> Rules);
