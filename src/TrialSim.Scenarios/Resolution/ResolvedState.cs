using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A state.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="Levels">Names of its levels.</param>
/// <param name="Starts">Which level it has at randomisation.</param>
/// <param name="SeenAt">The schedules of visits that see it; none for a state that is known at any time.</param>
/// <param name="Changes">What changes it.</param>
internal sealed record ResolvedState(
    string Name,
    StateDocument Written,
    ImmutableArray<string> Levels,
    ResolvedLevels Starts,
    ImmutableArray<Reference> SeenAt,
    ImmutableArray<ResolvedChange> Changes);

/// <summary>What an occasion does to a state.</summary>
/// <param name="Place">Its place among the changes as written.</param>
/// <param name="At">The occasion.</param>
/// <param name="AtText">How the occasion is written.</param>
/// <param name="If">When it applies.</param>
/// <param name="Becomes">The level it takes.</param>
internal sealed record ResolvedChange(int Place, Occasion At, string AtText, ResolvedCondition If, ResolvedLevels Becomes);

/// <summary>Levels with their probabilities.</summary>
/// <param name="Probabilities">Of each level.</param>
/// <param name="Next">Of the level after the present one.</param>
internal sealed record ResolvedLevels(ImmutableArray<double> Probabilities, double Next);
