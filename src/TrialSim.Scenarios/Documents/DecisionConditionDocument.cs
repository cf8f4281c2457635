namespace TrialSim.Scenarios.Documents;

/// <summary>What has to be so for a decision; exactly one key.</summary>
[Document("a condition for a decision", HasOneKey = true)]
internal sealed record DecisionConditionDocument
{
    /// <summary>The word for a condition that holds whatever a look shows.</summary>
    public const string AlwaysWord = "always";

    /// <summary>Holds whatever a look shows.</summary>
    public static DecisionConditionDocument Always { get; } = new() { Word = AlwaysWord };

    [Key("The test has rejected, at this look or before.")]
    public string? Rejected { get; init; }

    [Key("The test has passed its futility bound, at this look or before.")]
    public string? Futile { get; init; }

    [Key("Z of a test at this look; positive when the experimental arm does better.")]
    public FigureRangeDocument? Z { get; init; }

    [Key("The hazard ratio at this look. Of a cox analysis.")]
    public FigureRangeDocument? HazardRatio { get; init; }

    [Key("What an analysis estimates at this look; a duration for a time.")]
    public FigureRangeDocument? Estimate { get; init; }

    [Key("The p-value of a test at this look, on the sides on which it tests.")]
    public FigureRangeDocument? PValue { get; init; }

    [Key("Conditional power of a sequential test.")]
    public FigureRangeDocument? ConditionalPower { get; init; }

    [Key("Predictive power of a sequential test: conditional power averaged over what the data say of the effect.")]
    public FigureRangeDocument? PredictivePower { get; init; }

    [Key("Events of an analysis at this look; of a binary endpoint those of whom it is true.")]
    public FigureRangeDocument? Events { get; init; }

    [Key("Patients of an analysis at this look.")]
    public FigureRangeDocument? Patients { get; init; }

    [Key("A decision earlier in the list has been taken.")]
    public string? Decided { get; init; }

    [Key("One of these holds.")]
    public Listed<DecisionConditionDocument>? Any { get; init; }

    [Key("All of these hold.")]
    public Listed<DecisionConditionDocument>? All { get; init; }

    [Key("This does not hold.")]
    public DecisionConditionDocument? Not { get; init; }

    [Key("The word always."), Shorthand]
    public string? Word { get; init; }
}
