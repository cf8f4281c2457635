namespace TrialSim.Scenarios.Documents;

/// <summary>What the values of a sample lie between.</summary>
[Document("a span")]
internal sealed record SpanDocument
{
    [Key("The lower end: a number, or a duration.", IsRequired = true)]
    public Amount? From { get; init; }

    [Key("The upper end.", IsRequired = true)]
    public Amount? To { get; init; }

    [Key("Whether equal differences or, with log, equal ratios are equally likely.", Default = Resolution.Defaults.LevelScaleText)]
    public LevelScale? Scale { get; init; }
}
