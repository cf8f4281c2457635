namespace TrialSim.Scenarios.Documents;

/// <summary>A rate of arrivals from some time on; one of the units.</summary>
[Document("a step")]
internal sealed record RateStepDocument
{
    [Key("Time from which it holds, since the trial opened or, for a rate per site, since the site opened; the first step is from 0d.", IsRequired = true, Min = 0)]
    public Duration? From { get; init; }

    [Key("Number a day.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerDay { get; init; }

    [Key("Number a week.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerWeek { get; init; }

    [Key("Number a month.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerMonth { get; init; }

    [Key("Number a year.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerYear { get; init; }

    [Key("Number a week at each open site.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerSitePerWeek { get; init; }

    [Key("Number a month at each open site.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerSitePerMonth { get; init; }

    [Key("Number a year at each open site.", Min = 0, Max = Magnitudes.PerDay)]
    public double? PerSitePerYear { get; init; }
}
