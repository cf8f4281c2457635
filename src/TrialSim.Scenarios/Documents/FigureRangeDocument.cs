namespace TrialSim.Scenarios.Documents;

/// <summary>A figure of an analysis, and where it has to lie.</summary>
[Document("a figure and its limits")]
internal sealed record FigureRangeDocument
{
    [Key("The analysis.", IsRequired = true)]
    public string? Analysis { get; init; }

    [Key("The arm, where the analysis has a figure for each.", Default = "the only one")]
    public string? Arm { get; init; }

    [Key("It is larger than this.", Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public Amount? Above { get; init; }

    [Key("It is smaller than this.", Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public Amount? Below { get; init; }

    [Key("The effect under which conditional power is judged. For conditional_power.", Default = Resolution.Defaults.DecisionAssumptionText)]
    public Model.Decisions.EffectAssumption? Assuming { get; init; }
}
