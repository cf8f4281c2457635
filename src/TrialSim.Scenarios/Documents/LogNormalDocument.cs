namespace TrialSim.Scenarios.Documents;

/// <summary>A log-normal distribution between two limits.</summary>
[Document("a log-normal distribution")]
internal sealed record LogNormalDocument
{
    [Key("Median before truncation.", IsRequired = true, Above = 0, Max = Magnitudes.Value)]
    public double? Median { get; init; }

    [Key("Standard deviation of the logarithm before truncation.", IsRequired = true, Above = 0, Max = Magnitudes.LargestFactor)]
    public double? Sigma { get; init; }

    [Key("Smallest value; smaller ones do not occur.", Default = Names.None, Above = 0, Max = Magnitudes.Value)]
    public OrNone<Number>? Min { get; init; }

    [Key("Largest value; larger ones do not occur.", Default = Names.None, Above = 0, Max = Magnitudes.Value)]
    public OrNone<Number>? Max { get; init; }
}
