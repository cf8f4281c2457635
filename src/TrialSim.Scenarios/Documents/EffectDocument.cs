namespace TrialSim.Scenarios.Documents;

/// <summary>A factor on the hazard of events.</summary>
[Document("an effect")]
internal sealed record EffectDocument
{
    [Key("The event, or a list of events, whose hazard changes.", IsRequired = true, AcceptsOne = true)]
    public Listed<string>? On { get; init; }

    [Key("The factor; below 1 protects. {median, log_sd} instead of a number: each simulated trial draws its own.", IsRequired = true)]
    public HazardRatioDocument? HazardRatio { get; init; }

    [Key("The condition under which it works.", Default = "always")]
    public ConditionDocument? While { get; init; }

    [Key("At a lower dose the logarithm of hazard_ratio is multiplied by (dose / full dose) to this power; needs 'taking' of one drug with doses in while.", Default = "the same at every dose", Min = 0, Max = Magnitudes.LargestExponent)]
    public double? DoseExponent { get; init; }

    [Key("What from and until are counted from: " + KeyText.Origins + ". The effect works only after it.", Default = Names.Randomisation)]
    public string? Since { get; init; }

    [Key("Time since then from which it works.", Default = "0d", Min = 0)]
    public Duration? From { get; init; }

    [Key("Time since then until which it works.", Default = Names.None, Above = 0)]
    public OrNone<Duration>? Until { get; init; }

    [Key("Makes it the factor for an increase of a numeric covariate; not with while, dose_exponent, since, from or until.")]
    public SlopeDocument? Per { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
