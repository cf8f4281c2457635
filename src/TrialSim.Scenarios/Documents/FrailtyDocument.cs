namespace TrialSim.Scenarios.Documents;

/// <summary>A factor on hazards that each patient has for life and nobody knows.</summary>
[Document("a frailty")]
internal sealed record FrailtyDocument
{
    [Key("How the factor is distributed; its mean is 1.", IsRequired = true)]
    public FrailtyDistribution? Distribution { get; init; }

    [Key("Variance of the factor itself, for the log-normal too.", IsRequired = true, Min = 0.0001, Max = 100)]
    public double? Variance { get; init; }

    [Key("The event, or a list of events, whose hazards it multiplies.", IsRequired = true, AcceptsOne = true)]
    public Listed<string>? On { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
