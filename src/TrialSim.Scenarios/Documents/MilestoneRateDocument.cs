namespace TrialSim.Scenarios.Documents;

/// <summary>A point of a survival curve.</summary>
[Document("a milestone rate")]
internal sealed record MilestoneRateDocument
{
    [Key("The time.", IsRequired = true, Above = 0)]
    public Duration? At { get; init; }

    [Key("Share still event-free at that time.", IsRequired = true, Above = 0, Below = 1)]
    public double? Probability { get; init; }
}
