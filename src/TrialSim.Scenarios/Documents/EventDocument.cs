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

    [Key("Risks at occasions, beside the hazard: at each occasion the first chance of that occasion whose 'if' holds applies.", Default = "[]", AcceptsOne = true, Fewest = 0)]
    public Listed<ChanceDocument>? Chances { get; init; }
}
