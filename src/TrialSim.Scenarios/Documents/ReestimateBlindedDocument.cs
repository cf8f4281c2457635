namespace TrialSim.Scenarios.Documents;

/// <summary>How the number of patients is scaled by what is seen without the arms; one of proportion, sd and event_share says what was planned.</summary>
[Document("a blinded re-estimation")]
internal sealed record ReestimateBlindedDocument
{
    [Key("The endpoint.", IsRequired = true)]
    public string? Endpoint { get; init; }

    [Key("The share of yes over all arms that the plan stands on; patients are scaled by p(1 − p). For a binary endpoint.", Above = 0, Below = 1)]
    public double? Proportion { get; init; }

    [Key("The standard deviation over all patients that the plan stands on; patients are scaled by its square. For a count or continuous endpoint.", Above = 0, Max = Magnitudes.Value)]
    public double? Sd { get; init; }

    [Key("The share of patients with an event at this look that the plan stands on; fewer events ask for more patients. For a time to an event.", Above = 0, Max = 1)]
    public double? EventShare { get; init; }

    [Key("Fewest patients.", Default = "the patients of the design", Min = 1, Max = Parsing.Limits.Patients)]
    public int? Min { get; init; }

    [Key("Most patients.", IsRequired = true, Min = 1, Max = Parsing.Limits.Patients)]
    public int? Max { get; init; }
}
