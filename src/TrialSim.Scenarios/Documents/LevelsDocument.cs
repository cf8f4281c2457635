using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>The values that a key takes one after another.</summary>
[Document("values")]
internal sealed record LevelsDocument
{
    [Key("The first value: a number, or a duration.")]
    public Amount? From { get; init; }

    [Key("The last value.")]
    public Amount? To { get; init; }

    [Key("How many values, both ends among them. Of a key that takes whole numbers they are rounded.", Min = 2, Max = Limits.ListItems)]
    public int? Steps { get; init; }

    [Key("Whether the values have equal differences or, with log, equal ratios.", Default = Resolution.Defaults.LevelScaleText)]
    public LevelScale? Scale { get; init; }

    [Shorthand]
    [Key("The values, written as at the key itself.", AcceptsOne = true)]
    public Listed<AnyValue>? Values { get; init; }
}
