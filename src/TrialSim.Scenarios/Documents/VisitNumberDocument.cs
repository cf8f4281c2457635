using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>A certain visit.</summary>
[Document("a visit")]
internal sealed record VisitNumberDocument
{
    [Key("The schedule of visits.", IsRequired = true)]
    public string? Visit { get; init; }

    [Key("Its number, kept or missed, from 1.", IsRequired = true, Min = 1, Max = Limits.Sessions)]
    public int? Number { get; init; }
}
