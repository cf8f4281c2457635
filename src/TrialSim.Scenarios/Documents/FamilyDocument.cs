namespace TrialSim.Scenarios.Documents;

/// <summary>Tests that share one alpha.</summary>
[Document("a family of tests")]
internal sealed record FamilyDocument
{
    [Key("How they share it.", IsRequired = true)]
    public FamilyMethod? Method { get; init; }

    [Key("The analyses that test.", IsRequired = true, Fewest = 2)]
    public Listed<string>? Analyses { get; init; }
}
