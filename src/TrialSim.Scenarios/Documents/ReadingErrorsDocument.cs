namespace TrialSim.Scenarios.Documents;

/// <summary>How readers err about an event.</summary>
[Document("reading errors")]
internal sealed record ReadingErrorsDocument
{
    [Key("Probability that a visit overlooks the event, which has happened; a later visit may see it.", Default = "0", Min = 0, Max = 1)]
    public double? Missed { get; init; }

    [Key("Probability that a visit reports the event, which has not happened.", Default = "0", Min = 0, Below = 1)]
    public double? Invented { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
