namespace TrialSim.Scenarios.Documents;

/// <summary>A share of what another look waits for.</summary>
[Document("a share of information")]
internal sealed record InformationDocument
{
    [Key("The look of whose events or patients it is a share.", IsRequired = true)]
    public string? Of { get; init; }

    [Key("The share; events and patients are rounded up.", IsRequired = true, Above = 0, Below = 1)]
    public double? Fraction { get; init; }
}
