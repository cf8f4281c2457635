using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>Something about a patient that has one of several levels.</summary>
[Document("a state")]
internal sealed record StateDocument
{
    [Key("Its levels, in the order in which 'becomes: next' goes through them.", IsRequired = true, MinItems = 2, MaxItems = Limits.NamedThings)]
    public Listed<string>? Levels { get; init; }

    [Key("The level at randomisation, which is known, or levels with their probabilities; none, or the rest of the probability, for no level yet.", Default = Names.None)]
    public OrNone<LevelChoiceDocument>? Starts { get; init; }

    [Key("The visits, of one schedule or several, at which the level comes to be known; none for a level that is known at any time.", Default = Names.None, AcceptsOne = true)]
    public OrNone<Listed<string>>? SeenAt { get; init; }

    [Key("What changes it: at each occasion the first change of that occasion whose 'if' holds applies.", Default = "[]", AcceptsOne = true, MinItems = 0)]
    public Listed<ChangeDocument>? Changes { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
