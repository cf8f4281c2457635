namespace TrialSim.Scenarios.Documents;

/// <summary>A rate of arrivals; one of the units.</summary>
[Document("a rate")]
internal sealed record RateDocument
{
    [Key("Number a day.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerDay { get; init; }

    [Key("Number a week.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerWeek { get; init; }

    [Key("Number a month.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerMonth { get; init; }

    [Key("Number a year.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerYear { get; init; }

    [Key("Number a week at each open site.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerSitePerWeek { get; init; }

    [Key("Number a month at each open site.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerSitePerMonth { get; init; }

    [Key("Number a year at each open site.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerSitePerYear { get; init; }

    [Key("Rates one after the other."), Shorthand]
    public Listed<RateStepDocument>? Steps { get; init; }
}
