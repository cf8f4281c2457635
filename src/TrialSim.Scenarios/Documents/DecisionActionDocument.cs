namespace TrialSim.Scenarios.Documents;

/// <summary>What a decision does; exactly one key.</summary>
[Document("what a decision does", HasOneKey = true)]
internal sealed record DecisionActionDocument
{
    /// <summary>The word for the end of accrual.</summary>
    public const string StopAccrualWord = "stop_accrual";

    [Key("The trial ends, and later looks do not take place: for efficacy, futility or harm.")]
    public StopWord? Stop { get; init; }

    [Key("Nobody is allocated to some arms any more, and they are not tested any more.")]
    public DropArmsDocument? DropArms { get; init; }

    [Key("All experimental arms of some comparisons but the best are dropped.")]
    public KeepBestDocument? KeepBest { get; init; }

    [Key("The events or patients that a later look waits for are raised until conditional power is reached.")]
    public ReestimateDocument? Reestimate { get; init; }

    [Key("The number of patients is scaled by what is seen of an endpoint without the arms.")]
    public ReestimateBlindedDocument? ReestimateBlinded { get; init; }

    [Key("Only patients with this level of a covariate, or one of these levels, are randomised from now on.", AcceptsOne = true)]
    public Named<Listed<string>>? EnrolOnly { get; init; }

    [Key("Patients are allocated by another ratio from now on.")]
    public AllocateDocument? Allocate { get; init; }

    [Key("The word stop_accrual: nobody is randomised any more, and looks take place."), Shorthand]
    public string? Word { get; init; }
}
