using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A file of a validation case, as written.</summary>
[Document("a validation case")]
internal sealed record ValidationCaseDocument
{
    [Key("Version of the form of these files.", IsRequired = true, Min = 1, Max = 1)]
    public int? Validation { get; init; }

    [Key("Short name of the case, unique among those that are run together.", IsRequired = true)]
    public string? Id { get; init; }

    [Key("What is validated, in a line.", IsRequired = true)]
    public string? Title { get; init; }

    [Key("Where the expected figures come from: paper, or package, version and call.", IsRequired = true)]
    public string? Source { get; init; }

    [Key("Files that the commands read, beneath the folder of this one; the commands find them by the same names.", Default = "none")]
    public Listed<string>? Inputs { get; init; }

    [Key("Commands, run one after the other in an empty folder that holds the inputs, and what is checked after each.")]
    public Listed<ValidationStepDocument>? Steps { get; init; }

    [Key("What belongs to the case and no command reaches, with the reason.", Default = "nothing")]
    public Listed<string>? NotReached { get; init; }
}
