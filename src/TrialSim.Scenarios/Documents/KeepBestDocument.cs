namespace TrialSim.Scenarios.Documents;

/// <summary>How many arms stay, and by what they are ranked.</summary>
[Document("arms to keep")]
internal sealed record KeepBestDocument
{
    [Key("The comparisons by which arms are ranked.", IsRequired = true, MinItems = 2)]
    public Listed<string>? Analyses { get; init; }

    [Key("How many experimental arms stay.", Default = Resolution.Defaults.ArmsKeptText, Min = 1, Max = Parsing.Limits.Arms)]
    public int? Count { get; init; }

    [Key("By what arms are ranked: Z, for cox the hazard ratio, or for posterior_probability and predictive_probability that probability. An arm for which that cannot be estimated ranks last; where too few can be estimated to fill the places, nobody is dropped.", Default = Resolution.Defaults.RankedByText)]
    public RankedBy? By { get; init; }
}
