namespace TrialSim.Scenarios.Documents;

/// <summary>A condition on a patient; exactly one key.</summary>
[Document("a condition", HasOneKey = true)]
internal sealed record ConditionDocument
{
    /// <summary>The word for a condition that holds for everybody at any time.</summary>
    public const string AlwaysWord = "always";

    /// <summary>Holds for everybody at any time.</summary>
    public static ConditionDocument Always { get; } = new() { Word = AlwaysWord };

    [Key("The patient is in this arm, or in one of these.", AcceptsOne = true)]
    public Listed<string>? Arm { get; init; }

    [Key("The patient has this level of a covariate, one of these levels, or a value in this range.")]
    public Named<CovariateTestDocument>? Covariate { get; init; }

    [Key("The event has happened, or the treatment has been given; in the design: the event has been seen.")]
    public string? Had { get; init; }

    [Key("The drug is taken now.")]
    public string? Taking { get; init; }

    [Key("A state has this level, or one of these levels: truly, or in the design as far as is known.", AcceptsOne = true)]
    public Named<Listed<string>>? State { get; init; }

    [Key("An event is going on at this grade or above: truly, or in the design as far as is known.")]
    public AdverseEventDocument? AdverseEvent { get; init; }

    [Key("So much time has passed.")]
    public PassedDocument? Passed { get; init; }

    [Key("One of these holds.")]
    public Listed<ConditionDocument>? Any { get; init; }

    [Key("All of these hold.")]
    public Listed<ConditionDocument>? All { get; init; }

    [Key("This does not hold.")]
    public ConditionDocument? Not { get; init; }

    [Key("The word always, or short for 'had': the name of an event or treatment."), Shorthand]
    public string? Word { get; init; }
}
