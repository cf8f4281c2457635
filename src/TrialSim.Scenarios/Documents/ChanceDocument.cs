namespace TrialSim.Scenarios.Documents;

/// <summary>A risk that an occasion adds to an event's hazard.</summary>
[Document("a chance")]
internal sealed record ChanceDocument
{
    [Key("The occasion: " + KeyText.Occasions + ".", IsRequired = true)]
    public string? At { get; init; }

    [Key("It applies when this holds, over the true state.", Default = "always")]
    public ConditionDocument? If { get; init; }

    [Key("Probability that who has not had the event has it at the occasion. Hazard ratios do not multiply it.", IsRequired = true, Above = 0, Max = 1)]
    public double? Probability { get; init; }
}
