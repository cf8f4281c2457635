using TrialSim.Model.Design;

namespace TrialSim.Scenarios.Documents;

/// <summary>A variable of the protocol.</summary>
[Document("an endpoint")]
internal sealed record EndpointDocument
{
    [Key("What kind of variable it is.", Default = Resolution.Defaults.EndpointKindText)]
    public EndpointKind? Kind { get; init; }

    [Key("The events that count; the first of them does. For time_to_event, which requires it, and for binary: yes where one of them was seen.")]
    public Listed<string>? Events { get; init; }

    [Key(
        "The visits that show that a patient has had no event: who has none is censored at the last of them; none for the end of what is known. For time_to_event.",
        Default = "the visits that see its events",
        AcceptsOne = true)]
    public OrNone<Listed<string>>? AssessedAt { get; init; }

    [Key(
        "What starts the clock: an event, from the day it is seen. Patients of whom it is not known are not in the endpoint, and events up to that day do not count. For time_to_event.",
        Default = Names.Randomisation)]
    public SinceDocument? Since { get; init; }

    [Key("Yes where the best level of a state that was ever seen, the first one in its list, is one of these. For binary.", AcceptsOne = true)]
    public Named<Listed<string>>? Best { get; init; }

    [Key("With best: the visit at which the level has to be one of these, instead of ever. With marker, which requires it: the visit at which it is measured.")]
    public VisitNumberDocument? At { get; init; }

    [Key("Of events that have causes the causes that count; their other causes compete. For time_to_event.", Default = "every cause", AcceptsOne = true)]
    public Listed<string>? Causes { get; init; }

    [Key("Yes where an adverse event of this grade or a higher one was seen. For binary.")]
    public AdverseEventDocument? AdverseEvents { get; init; }

    [Key("The strategy of ICH E9(R1) for what intervenes, by the name of an event or a treatment. For time_to_event and binary.", Default = "treatment_policy: it is ignored", MinItems = 0)]
    public Named<IntercurrentEventStrategy?>? IntercurrentEvents { get; init; }

    [Key("Time since randomisation up to which it counts; patients randomised more recently are not in the endpoint yet. For binary.", Default = Names.None, Above = 0)]
    public OrNone<Duration>? By { get; init; }

    [Key("The procedure whose sessions are counted. For count, which requires it.")]
    public string? SessionsOf { get; init; }

    [Key("The drug of which it is told what was taken over what was planned, from the first dose to the end of the treatment. For continuous.")]
    public string? DoseIntensityOf { get; init; }

    [Key("The marker that is measured. For continuous.")]
    public string? Marker { get; init; }

    [Key("With marker: the value itself, its change from the patient's first measurement, or that change over the first measurement.", Default = Resolution.Defaults.MarkerChangeText)]
    public MarkerChange? Change { get; init; }

    [Key("Whether higher or lower values, or shares of yes, are better; gives Z its sign. Not for time_to_event, where later is better.", Default = "higher; lower for a binary endpoint of events and for a marker")]
    public BetterDirection? Better { get; init; }
}
