namespace TrialSim.Scenarios.Documents;

/// <summary>How long a session takes a place.</summary>
[Document("the length of a session")]
internal sealed record SessionDocument
{
    [Key("Its length, always the same.", Above = 0), Shorthand]
    public Duration? Length { get; init; }

    [Key("Its mean.", Above = 0)]
    public Duration? Mean { get; init; }

    [Key("How lengths lie around the mean: all of them on it, or exponentially distributed.", Default = "fixed")]
    public SessionDistribution? Distribution { get; init; }
}
