using TrialSim.Model.Decisions;

namespace TrialSim.Scenarios.Documents;

/// <summary>How what a look waits for is raised by what an earlier look has shown.</summary>
[Document("a re-estimation")]
internal sealed record ReestimateDocument
{
    [Key("The sequential test whose conditional power is looked at.", IsRequired = true)]
    public string? Analysis { get; init; }

    [Key("The look that waits for more events or patients.", Default = "the last look of the analysis")]
    public string? Look { get; init; }

    [Key("The conditional power that is aimed at.", IsRequired = true, Above = 0, Below = 1)]
    public double? ConditionalPower { get; init; }

    [Key("Where conditional power has to lie for anything to be changed: the promising zone.", Default = "below the conditional power aimed at")]
    public ZoneDocument? Zone { get; init; }

    [Key("The most events, or patients, that the look may wait for.", IsRequired = true, Min = 1, Max = Parsing.Limits.Patients)]
    public int? Max { get; init; }

    [Key("The effect under which conditional power is judged.", Default = Resolution.Defaults.DecisionAssumptionText)]
    public EffectAssumption? Assuming { get; init; }
}
