namespace TrialSim.Scenarios.Documents;

/// <summary>A loss to follow-up that foretells an event.</summary>
[Document("an informative loss")]
internal sealed record InformativeLossDocument
{
    [Key("The event that is to come.", IsRequired = true)]
    public string? Before { get; init; }

    [Key("How long before it the patient is lost, every day of the window equally likely; at the earliest at randomisation.", IsRequired = true)]
    public Window? Within { get; init; }

    [Key("Probability that a patient whose event is to come is lost before it.", IsRequired = true, Above = 0, Max = 1)]
    public double? Probability { get; init; }

    [Key("Only patients of whom this holds at randomisation: an arm, covariates.", Default = "always")]
    public ConditionDocument? If { get; init; }
}
