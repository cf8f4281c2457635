namespace TrialSim.Scenarios.Documents;

/// <summary>A number of events that a look waits for.</summary>
[Document("a number of events")]
internal sealed record EventCountDocument
{
    [Key("The endpoint whose events count.", IsRequired = true)]
    public string? Endpoint { get; init; }

    [Key("How many events.", IsRequired = true, Min = 1, Max = int.MaxValue)]
    public int? Count { get; init; }

    [Key("The arms in which events count.", Default = "all arms", AcceptsOne = true)]
    public Listed<string>? Arms { get; init; }
}
