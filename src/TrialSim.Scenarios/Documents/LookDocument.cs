namespace TrialSim.Scenarios.Documents;

/// <summary>A planned time of analysis.</summary>
[Document("a look")]
internal sealed record LookDocument
{
    [Key("What has to be so for the look to take place.", IsRequired = true)]
    public TriggerDocument? When { get; init; }

    [Key("Time from the data cut until what it shows is decided upon; who is randomised in between overruns.", Default = "0d", Min = 0)]
    public Duration? DecidedAfter { get; init; }
}
