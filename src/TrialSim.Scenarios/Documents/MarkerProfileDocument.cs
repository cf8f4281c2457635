namespace TrialSim.Scenarios.Documents;

/// <summary>A marker over time.</summary>
[Document("a profile")]
internal sealed record MarkerProfileDocument
{
    [Key("It applies when this holds at the visit.", Default = "always")]
    public ConditionDocument? If { get; init; }

    [Key("What its times are counted from: " + KeyText.Origins + ". It applies only after it.", Default = Names.Randomisation)]
    public string? Since { get; init; }

    [Key("Points in the order of time; straight lines between them, flat before the first and after the last.", IsRequired = true)]
    public Listed<MarkerPointDocument>? Values { get; init; }
}
