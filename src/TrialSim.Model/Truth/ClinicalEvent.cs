using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>Something that can happen to a patient: progression, death.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of its draws, see <see cref="NamedPurpose"/>.</param>
/// <param name="Ending">Whether the patient's course ends with it.</param>
/// <param name="Since">Index of the event that starts this event's clock, or <see cref="Randomisation"/>.</param>
/// <param name="Hazards">Hazard by the time since that origin; the choices cover every patient.</param>
/// <param name="HazardsBefore">Hazard by the time since randomisation, as long as the origin has not happened; empty when the clock starts at randomisation.</param>
public sealed record ClinicalEvent(
    string Name,
    uint Purpose,
    CourseEnding Ending,
    int Since,
    ImmutableArray<HazardChoice> Hazards,
    ImmutableArray<HazardChoice> HazardsBefore)
{
    /// <summary>Value of <see cref="Since"/> for a clock that starts at randomisation.</summary>
    public const int Randomisation = -1;

    /// <summary>Indices of the schedules of visits at which the event comes to be known: at the first kept visit on its day or later. Empty for an event that is known on its day.</summary>
    public ImmutableArray<int> SeenAt { get; init; } = [];

    /// <summary>How readers err about it at the visits that look for it.</summary>
    public ReadingErrors Reading { get; init; } = ReadingErrors.None;

    /// <summary>Whether the event is known on its day.</summary>
    public bool IsSeenAtOnce => SeenAt.IsEmpty;

    /// <summary>Risks at occasions, beside the hazard.</summary>
    public ImmutableArray<EventChance> Chances { get; init; } = [];

    /// <summary>The event happens at once when one of these conjunctions comes to hold, over the true state; empty for never.</summary>
    public ImmutableArray<StateMask> When { get; init; } = [];

    /// <summary>There is no hazard while none of these conjunctions holds, over the true state.</summary>
    public ImmutableArray<StateMask> OnlyWhile { get; init; } = [StateMask.Always];
}
