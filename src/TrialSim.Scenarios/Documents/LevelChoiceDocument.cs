using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>A level, or levels with their probabilities.</summary>
[Document("levels with their probabilities")]
internal sealed record LevelChoiceDocument
{
    /// <summary>The word for the level after the present one.</summary>
    public const string Next = "next";

    [Key("A single level for certain."), Shorthand]
    public string? Level { get; init; }

    [Key("Levels with their probabilities, which sum to 1 at most.", Min = 0, Max = 1, MaxItems = Limits.NamedThings), OtherKeys]
    public Named<double?>? Levels { get; init; }
}
