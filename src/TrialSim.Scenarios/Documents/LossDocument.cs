namespace TrialSim.Scenarios.Documents;

/// <summary>Loss to follow-up: a share lost by a time at a constant hazard, or any hazard; and losses that foretell an event.</summary>
[Document("a loss to follow-up")]
internal sealed record LossDocument
{
    [Key("Share lost by the time 'by', of those to whom nothing else happens.", Min = 0, Below = 1)]
    public double? Probability { get; init; }

    [Key("Time by which that share is lost.", Above = 0)]
    public Duration? By { get; init; }

    [Key("Hazard of being lost, by the time since randomisation.")]
    public OrNone<HazardDocument>? Hazard { get; init; }

    [Key("Losses that foretell an event, alone or beside the others; the first loss of a patient counts.", Default = "[]", AcceptsOne = true, MinItems = 0)]
    public Listed<InformativeLossDocument>? Informative { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
