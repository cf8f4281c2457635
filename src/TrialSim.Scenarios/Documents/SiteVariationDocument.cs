namespace TrialSim.Scenarios.Documents;

/// <summary>How the rates of sites differ.</summary>
[Document("a variation between sites")]
internal sealed record SiteVariationDocument
{
    [Key("Shape of the gamma distribution, of mean 1, of the factor on a site's rate: 1 gives exponential factors, larger ones are closer together.", IsRequired = true, Min = 0.01, Max = 1_000_000)]
    public double? Shape { get; init; }
}
