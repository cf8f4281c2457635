using TrialSim.Scenarios.Parsing;

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

    [Key("Procedures: what each session needs of the site, for which patients wait.", Default = Names.None)]
    public OrNone<NeedDocument>? Needs { get; init; }

    [Key("Drugs: when it is taken.")]
    public StartDocument? Start { get; init; }

    [Key("Drugs: pauses around procedures.", Default = "[]", AcceptsOne = true, MinItems = 0)]
    public Listed<HoldDocument>? Hold { get; init; }

    [Key("Drugs: how long it is taken, counted from the first dose.", Default = Names.None, Above = 0)]
    public OrNone<Duration>? Length { get; init; }

    [Key("Drugs: the full dose, then each lower one, in mg a day; one dose without brackets.", Default = "[]", AcceptsOne = true, MinItems = 0, MaxItems = Limits.Doses, Above = 0, Max = Magnitudes.MgPerDay)]
    public Listed<double?>? DoseMgPerDay { get; init; }

    [Key("Drugs: each time that this comes to hold, over what is known, the next lower dose is taken, and kept.", Default = Names.None)]
    public OrNone<ConditionDocument>? ReduceIf { get; init; }

    [Key("Drugs: not taken as long as this holds, over what is known; taken again after it.", Default = Names.None)]
    public OrNone<ConditionDocument>? InterruptIf { get; init; }

    [Key("It is stopped for good when this holds, over what is known.", Default = Names.None)]
    public OrNone<ConditionDocument>? StopIf { get; init; }
}
