using System.Collections.Immutable;
using TrialSim.Model.Protocol;

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

    /// <summary>Value of <see cref="RelatedTo"/> for an event that is put down to no treatment.</summary>
    public const int NoTreatment = -1;

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

    /// <summary>Whether it can happen again.</summary>
    public Recurrence Recurrence { get; init; }

    /// <summary>Key of what is drawn when it occurs: for occurrence n, block 2n gives its grade and how long it lasts, block 2n + 1 its cause.</summary>
    public uint OccurrencePurpose { get; init; }

    /// <summary>The grades that an adverse event may have, 1…5 as in CTCAE, ascending; empty for an event without.</summary>
    public ImmutableArray<int> Grades { get; init; } = [];

    /// <summary>Probability of each grade at onset; they sum to 1.</summary>
    public ImmutableArray<double> GradeProbabilities { get; init; } = [];

    /// <summary>Days from its onset until it is over, every day equally likely; none for an event that goes on to the end.</summary>
    public TimeWindow? Lasts { get; init; }

    /// <summary>Names of the causes that it may have; empty for an event without.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>Probability of each cause when it happens; they sum to 1.</summary>
    public ImmutableArray<double> CauseProbabilities { get; init; } = [];

    /// <summary>What it is called where adverse events are reported, such as a term of CTCAE; its name where the scenario gives none.</summary>
    public string Term { get; init; } = Name;

    /// <summary>Index of the treatment that it is put down to, or <see cref="NoTreatment"/>.</summary>
    public int RelatedTo { get; init; } = NoTreatment;

    /// <summary>Whether each of its occurrences is recorded, and not only the first.</summary>
    public bool IsRecorded => Recurrence == Recurrence.Recurs || !Grades.IsEmpty || Lasts is not null;
}
