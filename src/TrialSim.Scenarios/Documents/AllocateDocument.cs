namespace TrialSim.Scenarios.Documents;

/// <summary>How patients are allocated from a decision on.</summary>
[Document("another allocation")]
internal sealed record AllocateDocument
{
    [Key("Weight of every arm; 0 for nobody any more.", IsRequired = true, Min = 0, Max = Parsing.Limits.Weight)]
    public Named<int?>? Ratio { get; init; }
}
