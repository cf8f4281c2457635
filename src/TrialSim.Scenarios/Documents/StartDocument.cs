namespace TrialSim.Scenarios.Documents;

/// <summary>When something starts.</summary>
[Document("a start")]
internal sealed record StartDocument
{
    [Key("What it is counted from: " + KeyText.Origins + "; an event, from the day it is known; 'end of …' a treatment.", Default = Names.Randomisation)]
    public string? After { get; init; }

    [Key("The days allowed after that.", IsRequired = true)]
    public Window? Within { get; init; }
}
