namespace TrialSim.Scenarios.Documents;

/// <summary>A rate or hazard from some time on; one of the four units.</summary>
[Document("a step")]
internal sealed record StepDocument
{
    [Key("Time from which it holds; the first step is from 0d.", IsRequired = true, Min = 0)]
    public Duration? From { get; init; }

    [Key("Number a day.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerDay { get; init; }

    [Key("Number a week.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerWeek { get; init; }

    [Key("Number a month.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerMonth { get; init; }

    [Key("Number a year.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerYear { get; init; }
}
