namespace TrialSim.Scenarios.Documents;

/// <summary>Which arms are dropped: those named, or those of comparisons that show too little.</summary>
[Document("arms to drop")]
internal sealed record DropArmsDocument
{
    [Key("These arms. Instead of all the rest.", AcceptsOne = true)]
    public Listed<string>? Arms { get; init; }

    [Key("The experimental arm of each of these comparisons, where its figure lies in the limit.", AcceptsOne = true)]
    public Listed<string>? Analyses { get; init; }

    [Key("An arm goes whose Z is below this.", Min = -20, Max = 20)]
    public double? ZBelow { get; init; }

    [Key("An arm goes whose hazard ratio is above this. For cox.", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestFactor)]
    public double? HazardRatioAbove { get; init; }

    [Key("An arm goes whose probability is below this. For posterior_probability and predictive_probability.", Above = 0, Below = 1)]
    public double? ProbabilityBelow { get; init; }

    [Key("An arm goes whose conditional power, if the trend goes on, is below this. For sequential tests.", Above = 0, Below = 1)]
    public double? ConditionalPowerBelow { get; init; }
}
