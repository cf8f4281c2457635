namespace TrialSim.Scenarios.Documents;

/// <summary>Something that is done to patients of the arms that name it.</summary>
[Document("a treatment")]
internal sealed record TreatmentDocument
{
    [Key("Whether it is done on a day or taken from day to day.", IsRequired = true)]
    public TreatmentKind? Kind { get; init; }

    [Key("Procedures: when the first session takes place.")]
    public StartDocument? First { get; init; }

    [Key("Procedures: what brings further sessions.", Default = Names.None)]
    public OrNone<RepeatDocument>? Repeat { get; init; }

    [Key("Drugs: when it is taken.")]
    public StartDocument? Start { get; init; }

    [Key("Drugs: pauses around procedures.", Default = "[]", AcceptsOne = true, Fewest = 0)]
    public Listed<HoldDocument>? Hold { get; init; }

    [Key("Drugs: how long it is taken, counted from the first dose.", Default = Names.None, Above = 0)]
    public OrNone<Duration>? Length { get; init; }

    [Key("It is stopped for good when this holds, over what is known: arm, covariates, treatments had, events that have been seen.", Default = Names.None)]
    public OrNone<ConditionDocument>? StopIf { get; init; }
}
