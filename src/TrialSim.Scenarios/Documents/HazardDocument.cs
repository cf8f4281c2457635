namespace TrialSim.Scenarios.Documents;

/// <summary>How the risk of an event runs over time, in one of several forms.</summary>
[Document("a hazard")]
internal sealed record HazardDocument
{
    [Key(
        "The family. exponential: the same on every day. weibull: cumulative hazard (time/scale)^shape. gompertz: its logarithm is a straight line. log_normal: the logarithm of the time is normal. "
        + "log_logistic: the odds of the event are a power of time. generalised_gamma: Prentice's three parameters, the others but gompertz and log_logistic among them.",
        Default = "exponential")]
    public HazardFamily? Family { get; init; }

    [Key("Time by which half have had the event.", Above = 0)]
    public Duration? Median { get; init; }

    [Key("Hazard a day; for a gompertz at its start.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerDay { get; init; }

    [Key("Hazard a week; for a gompertz at its start.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerWeek { get; init; }

    [Key("Hazard a month; for a gompertz at its start.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerMonth { get; init; }

    [Key("Hazard a year; for a gompertz at its start.", Above = 0, Max = Magnitudes.PerDay)]
    public double? PerYear { get; init; }

    [Key("Time by which a share of 1 - 1/e has had the event. For weibull.", Above = 0)]
    public Duration? Scale { get; init; }

    [Key("A share still event-free at a time.")]
    public MilestoneRateDocument? Survival { get; init; }

    [Key("Two shares still event-free, each with its time: {0.5: 16mo, 0.25: 24mo}. For families of two parameters.", Above = 0, MinItems = 2, MaxItems = 2)]
    public Named<Duration>? Quantiles { get; init; }

    [Key("For weibull (above 1 the hazard rises) and log_logistic.", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestFactor)]
    public double? Shape { get; init; }

    [Key("Standard deviation of the logarithm of the time for log_normal, its scale for generalised_gamma.", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestFactor)]
    public double? Sigma { get; init; }

    [Key("For generalised_gamma: 1 is a weibull, 0 a log_normal, sigma a gamma.", Min = -Magnitudes.LargestGammaShape, Max = Magnitudes.LargestGammaShape)]
    public double? Q { get; init; }

    [Key("Change of the logarithm of the hazard a month. For gompertz.", Min = -Magnitudes.LargestFactor, Max = Magnitudes.LargestFactor)]
    public double? ShapePerMonth { get; init; }

    [Key("A constant hazard from each of several times on; the last one lasts.")]
    public Listed<StepDocument>? Piecewise { get; init; }

    [Key("Share that never has the event; the others have it by 'uncured'.", Min = 0, Below = 1)]
    public double? CuredProbability { get; init; }

    [Key("Hazard of those who are not cured.")]
    public OrNone<HazardDocument>? Uncured { get; init; }

    [Key("A hazard for every arm.")]
    public Named<OrNone<HazardDocument>>? ByArm { get; init; }

    [Key("For one categorical covariate, a hazard for every level: {bclc: {B: {median: 18mo}, C: {median: 9mo}}}.")]
    public Named<Named<OrNone<HazardDocument>>>? ByCovariate { get; init; }
}
