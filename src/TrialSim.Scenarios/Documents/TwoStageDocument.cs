namespace TrialSim.Scenarios.Documents;

/// <summary>Limits of a single-arm test in two stages.</summary>
[Document("limits of two stages")]
internal sealed record TwoStageDocument
{
    [Key("Responders of the first stage with which, or with fewer, it gives up.", IsRequired = true, Min = 0, Max = Parsing.Limits.Patients)]
    public int? FirstLimit { get; init; }

    [Key("Responders of both stages; it rejects with more.", IsRequired = true, Min = 0, Max = Parsing.Limits.Patients)]
    public int? Limit { get; init; }
}
