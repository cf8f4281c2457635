using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A command and its checks, as written.</summary>
[Document("a step")]
internal sealed record ValidationStepDocument
{
    [Key("What a user types after 'trialsim'.", IsRequired = true)]
    public string? Command { get; init; }

    [Key("The exit code that the command must end with.", Default = "0", Min = 0, Max = 255)]
    public int? ExitCode { get; init; }

    [Key("What is looked at when the command has ended.", Default = "the exit code alone")]
    public Listed<ValidationCheckDocument>? Checks { get; init; }
}
