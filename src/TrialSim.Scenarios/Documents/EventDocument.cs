using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>Something that can happen to a patient.</summary>
[Document("an event")]
internal sealed record EventDocument
{
    [Key("How its risk runs over time; none for an event that does not happen of itself.", Default = "none where chances or when is given; otherwise it must be written")]
    public OrNone<HazardDocument>? Hazard { get; init; }

    [Key("The event at which the clock of the hazard starts, such as progression for survival after progression.", Default = Names.Randomisation)]
    public string? Since { get; init; }

    [Key("Hazard by the time since randomisation, as long as the event of 'since' has not happened.", Default = Names.None)]
    public OrNone<HazardDocument>? Before { get; init; }

    [Key("The visits, of one schedule or several, that see it, on its day or later; none for an event that is known on its day.", Default = Names.None, AcceptsOne = true)]
    public OrNone<Listed<string>>? SeenAt { get; init; }

    [Key("Whether the patient's course ends with it.", Default = "true for an event named death, false for others")]
    public bool? Fatal { get; init; }

    [Key("There is no hazard, and no chance, while this does not hold, over the true state.", Default = "always")]
    public ConditionDocument? OnlyWhile { get; init; }

    [Key("It happens at once when this comes to hold, over the true state.", Default = Names.None)]
    public OrNone<ConditionDocument>? When { get; init; }

    [Key("Risks at occasions, beside the hazard: at each occasion the first chance of that occasion whose 'if' holds applies.", Default = "[]", AcceptsOne = true, MinItems = 0)]
    public Listed<ChanceDocument>? Chances { get; init; }

    [Key("Whether it may happen again, each time with luck of its own.", Default = "false")]
    public bool? Recurs { get; init; }

    [Key("Grades 1 to 5 with their probabilities at onset, which sum to 1; they make it an adverse event.", Default = "no grades", Min = 0, Max = 1, MaxItems = 5, MinItems = 0)]
    public Named<double?>? Grades { get; init; }

    [Key("How long it goes on, every day of the window equally likely; none for an event that goes on to the end. One that recurs does not happen again before.", Default = Names.None)]
    public OrNone<Window>? Lasts { get; init; }

    [Key("Causes with their probabilities, which sum to 1; one is drawn when it happens.", Default = "no causes", DefinesNames = true, Min = 0, Max = 1, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<double?>? Causes { get; init; }

    [Key("What it is called where adverse events are reported, such as a term of CTCAE.", Default = "its name")]
    public string? Term { get; init; }

    [Key("The treatment that it is put down to where adverse events are reported.", Default = "none")]
    public string? RelatedTo { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
