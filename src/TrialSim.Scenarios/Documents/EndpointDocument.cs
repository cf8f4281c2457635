namespace TrialSim.Scenarios.Documents;

/// <summary>A variable of the protocol.</summary>
[Document("an endpoint")]
internal sealed record EndpointDocument
{
    [Key("What kind of variable it is.", Default = "time_to_event")]
    public EndpointKind? Kind { get; init; }

    [Key("The events that count; the first of them to happen does.", IsRequired = true)]
    public Listed<string>? Events { get; init; }
}
