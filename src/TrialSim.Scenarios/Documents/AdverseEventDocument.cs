namespace TrialSim.Scenarios.Documents;

/// <summary>An event of a grade or above that is going on.</summary>
[Document("an adverse event")]
internal sealed record AdverseEventDocument
{
    [Key("The lowest grade that counts.", Default = "1", Min = 1, Max = 5)]
    public int? Grade { get; init; }

    [Key("The events that count; all that have grades where none is named.", Default = "all events with grades", AcceptsOne = true)]
    public Listed<string>? Of { get; init; }
}
