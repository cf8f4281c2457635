namespace TrialSim.Scenarios.Documents;

/// <summary>What starts the clock of an endpoint.</summary>
[Document("a start of the clock")]
internal sealed record SinceDocument
{
    [Key("One of these levels of a state, from the day on which one of them is first seen.", AcceptsOne = true)]
    public Named<Listed<string>>? State { get; init; }

    [Key("An event, from the day it is known."), Shorthand]
    public string? Event { get; init; }
}
