namespace TrialSim.Scenarios.Documents;

/// <summary>A range of conditional power.</summary>
[Document("a zone")]
internal sealed record ZoneDocument
{
    [Key("Nothing is changed with this conditional power or less.", Default = "0", Min = 0, Below = 1)]
    public double? From { get; init; }

    [Key("Nothing is changed with this conditional power or more.", Default = "the conditional power aimed at", Above = 0, Max = 1)]
    public double? To { get; init; }
}
