namespace TrialSim.Scenarios.Documents;

/// <summary>A marker's distribution at a time.</summary>
[Document("a point")]
internal sealed record MarkerPointDocument
{
    [Key("The time.", IsRequired = true, Min = 0)]
    public Duration? At { get; init; }

    [Key("The mean over patients.", IsRequired = true, Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public double? Mean { get; init; }

    [Key("The standard deviation over patients.", IsRequired = true, Min = 0, Max = Magnitudes.Value)]
    public double? Sd { get; init; }
}
