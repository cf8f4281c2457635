namespace TrialSim.Scenarios.Documents;

/// <summary>What an occasion does to a state.</summary>
[Document("a change")]
internal sealed record ChangeDocument
{
    [Key("The occasion: " + KeyText.Occasions + ".", IsRequired = true)]
    public string? At { get; init; }

    [Key("It applies when this holds, over the true state.", Default = "always")]
    public ConditionDocument? If { get; init; }

    [Key("The level that the state takes, the word next for the level after the present one, or several with their probabilities; the rest of the probability is that it stays as it is.", IsRequired = true)]
    public LevelChoiceDocument? Becomes { get; init; }
}
