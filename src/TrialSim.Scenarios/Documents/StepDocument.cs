namespace TrialSim.Scenarios.Documents;

/// <summary>A rate or hazard from some time on; one of the four units.</summary>
[Document("a step")]
internal sealed record StepDocument
{
    [Key("Time from which it holds; the first step is from 0d.", IsRequired = true, Minimum = 0)]
    public Duration? From { get; init; }

    [Key("Number a day.", Minimum = 0, Maximum = Magnitudes.PerDay)]
    public double? PerDay { get; init; }

    [Key("Number a week.", Minimum = 0, Maximum = Magnitudes.PerDay)]
    public double? PerWeek { get; init; }

    [Key("Number a month.", Minimum = 0, Maximum = Magnitudes.PerDay)]
    public double? PerMonth { get; init; }

    [Key("Number a year.", Minimum = 0, Maximum = Magnitudes.PerDay)]
    public double? PerYear { get; init; }
}
