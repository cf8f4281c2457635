namespace TrialSim.Scenarios.Documents;

/// <summary>How an analysis is tested at several looks with one alpha.</summary>
[Document("a sequential test")]
internal sealed record SequentialDocument
{
    [Key("Bounds beyond which it rejects.", Default = "{spending: " + Resolution.Defaults.SpendingText + "}")]
    public EfficacyDocument? Efficacy { get; init; }

    [Key("Bounds beneath which it gives up. Only with one_sided_alpha.", Default = Names.None)]
    public OrNone<FutilityDocument>? Futility { get; init; }

    [Key("Whether the trial must stop at a futility bound, so that the efficacy bounds may be lower for it.", Default = "false")]
    public bool? Binding { get; init; }

    [Key(
        "Planned information, in events of a time to an event, otherwise in patients of the arms compared: the maximum, or a number for each look.",
        Default = "what its looks wait for",
        Above = 0,
        Max = Parsing.Limits.Patients,
        AcceptsOne = true)]
    public Listed<double?>? Information { get; init; }

    [Key("The hazard ratio that it is planned for. Instead of power, for a time to an event with two arms.", Above = 0, Max = Magnitudes.LargestFactor)]
    public double? HazardRatio { get; init; }

    [Key("The power that the planned information gives, so that the effect follows. Instead of hazard_ratio.", Default = "1 minus beta, or " + Resolution.Defaults.PowerText, Above = 0, Below = 1)]
    public double? Power { get; init; }

    [Key(
        "all_data: the statistic of all data, with bounds at the information observed. inverse_normal: the stages' own statistics with weights fixed by the plan, which holds the error when "
        + "a look has changed what comes after it.",
        Default = Resolution.Defaults.CombinationText)]
    public Model.Testing.StageCombination? Combination { get; init; }

    [Key("Limits of a single arm in two stages (Simon), instead of all the rest. For exact_binomial.")]
    public TwoStageDocument? TwoStage { get; init; }
}
