using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A table of expected figures, as written.</summary>
[Document("a reference")]
internal sealed record ReferenceTableDocument
{
    [Key("The CSV file; one of the inputs.", IsRequired = true)]
    public string? File { get; init; }

    [Key("Its rows that are expected, by what stands in their columns.", Default = "all rows")]
    public Named<string>? Where { get; init; }

    [Key("Columns that both tables have, by which their rows belong together.", IsRequired = true)]
    public Listed<string>? Match { get; init; }

    [Key("Columns of the reference, each with the column that must hold the same figure. A cell that is empty or NA expects nothing.", IsRequired = true)]
    public Named<string>? Columns { get; init; }
}
