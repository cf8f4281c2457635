namespace TrialSim.Scenarios.Documents;

/// <summary>A factor on a hazard: a number, or a distribution from which each simulated trial draws its own.</summary>
[Document("a hazard ratio")]
internal sealed record HazardRatioDocument
{
    [Key("The factor that half of all trials lie below; drawn once a trial, log-normal.", IsRequired = true, Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestFactor)]
    public double? Median { get; init; }

    [Key("Standard deviation of the logarithm of the factor over trials.", IsRequired = true, Above = 0, Max = Magnitudes.LargestExponent)]
    public double? LogSd { get; init; }

    [Key("The factor.", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestFactor), Shorthand]
    public double? Value { get; init; }

    /// <summary>The factor, or its middle over trials; 1 where neither could be understood.</summary>
    public double Middle() => Value ?? Median ?? 1.0;
}
