using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>Something about a patient that has one of several levels and changes in the course: response, performance status, Child–Pugh class.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of the draw of its first level, see <see cref="NamedPurpose"/>.</param>
/// <param name="Levels">Names of the levels, in the order in which <see cref="LevelRule.NextProbability"/> goes through them.</param>
/// <param name="Starts">Probability of each level at randomisation; the rest is that it has no level yet.</param>
/// <param name="SeenAt">Indices of the schedules of visits at which the level comes to be known. Empty for a state that is known at once.</param>
/// <param name="Changes">What may change it.</param>
public sealed record ClinicalState(
    string Name,
    uint Purpose,
    ImmutableArray<string> Levels,
    ImmutableArray<double> Starts,
    ImmutableArray<int> SeenAt,
    ImmutableArray<StateChange> Changes)
{
    /// <summary>Index that stands for no level yet.</summary>
    public const int NoLevel = -1;

    /// <summary>Whether the level is known at any time.</summary>
    public bool IsSeenAtOnce => SeenAt.IsEmpty;
}
