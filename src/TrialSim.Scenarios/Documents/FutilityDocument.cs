namespace TrialSim.Scenarios.Documents;

/// <summary>Bounds beneath which a test gives up; one of spending, z, hazard_ratio and conditional_power.</summary>
[Document("futility bounds")]
internal sealed record FutilityDocument
{
    [Key("How beta is spent: a function, or the cumulative error of each look.")]
    public SpendingDocument? Spending { get; init; }

    [Key("The rho of kim_demets, which requires it.", Min = 0.1, Max = 20)]
    public double? Rho { get; init; }

    [Key("The gamma of hwang_shih_decani, which requires it.", Min = -40, Max = 40)]
    public double? Gamma { get; init; }

    [Key("The probability of missing the effect that spending divides over the looks. For spending, unless its errors are listed.", Default = "1 minus the power of the test, or " + Resolution.Defaults.BetaText, Above = 0, Below = 1)]
    public double? Beta { get; init; }

    [Key("Z of each look but the last with which, or with less, it gives up; none where it does not.", Min = -20, Max = 20)]
    public Listed<OrNone<Number>>? Z { get; init; }

    [Key("Hazard ratio of each look but the last at which, or with a larger one, it gives up; none where it does not.", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestFactor)]
    public Listed<OrNone<Number>>? HazardRatio { get; init; }

    [Key("Conditional power of each look but the last with which, or with less, it gives up; none where it does not.", Above = 0, Below = 1)]
    public Listed<OrNone<Number>>? ConditionalPower { get; init; }

    [Key("The effect under which conditional power is judged: that of the plan, or the trend seen. For conditional_power.", Default = Resolution.Defaults.FutilityAssumptionText)]
    public Model.Decisions.EffectAssumption? Assuming { get; init; }
}
