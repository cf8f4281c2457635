using TrialSim.Model.Truth;

namespace TrialSim.Scenarios.Documents;

/// <summary>Arrivals over time: either a duration or a rate.</summary>
[Document("an accrual")]
internal sealed record AccrualDocument
{
    [Key("Time in which all patients arrive, at a constant rate.", Above = 0)]
    public Duration? Duration { get; init; }

    [Key("Patients over time, of the whole trial or of each site: one rate, or a list of rates each with the time it starts from; the last one lasts. Where screening fails some, it counts those screened.")]
    public RateDocument? Rate { get; init; }

    [Key(
        "uniform: the planned number within the planned time, each at random in it. poisson: a Poisson process of the planned rate. "
        + "even: exactly at the planned rate.",
        Default = "uniform with a duration, poisson with a rate")]
    public AccrualPattern? Pattern { get; init; }

    [Key(
        "Time in which the rate rises evenly from nothing to the one rate, in 100 equal steps; since the trial opened or, for a rate per site, since the site opened.",
        Default = Names.None,
        Above = 0)]
    public OrNone<Duration>? Ramp { get; init; }

    [Key("Time since the trial opened after which nobody is enrolled, whatever the number by then.", Default = Names.None, Above = 0)]
    public OrNone<Duration>? Until { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
