namespace TrialSim.Scenarios.Documents;

/// <summary>A time that has passed.</summary>
[Document("a time that has passed")]
internal sealed record PassedDocument
{
    [Key("What it is counted from: " + KeyText.Origins + ".", Default = Names.Randomisation)]
    public string? Since { get; init; }

    [Key("How long it is, above 0d.", Above = 0), Shorthand]
    public Duration? Duration { get; init; }

    [Key("How long it is, above 0d.", Above = 0)]
    public Duration? Time { get; init; }
}
