namespace TrialSim.Scenarios.Documents;

/// <summary>An increase of a numeric covariate.</summary>
[Document("a slope")]
internal sealed record SlopeDocument
{
    [Key("The numeric covariate.", IsRequired = true)]
    public string? Covariate { get; init; }

    [Key("The increase that the hazard ratio is for.", IsRequired = true, Above = 0, Max = Magnitudes.Value)]
    public double? Increase { get; init; }

    [Key("The value at which the factor is 1.", IsRequired = true, Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public double? From { get; init; }
}
