namespace TrialSim.Scenarios.Documents;

/// <summary>A rate; one of the four units.</summary>
[Document("a rate")]
internal sealed record RateDocument
{
    [Key("Number a day.", Above = 0, Maximum = Magnitudes.PerDay)]
    public double? PerDay { get; init; }

    [Key("Number a week.", Above = 0, Maximum = Magnitudes.PerDay)]
    public double? PerWeek { get; init; }

    [Key("Number a month.", Above = 0, Maximum = Magnitudes.PerDay)]
    public double? PerMonth { get; init; }

    [Key("Number a year.", Above = 0, Maximum = Magnitudes.PerDay)]
    public double? PerYear { get; init; }

    [Key("Rates one after the other."), Shorthand]
    public Listed<StepDocument>? Steps { get; init; }
}
