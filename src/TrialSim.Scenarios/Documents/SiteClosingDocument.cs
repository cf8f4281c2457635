namespace TrialSim.Scenarios.Documents;

/// <summary>When a site takes no more patients.</summary>
[Document("a closing of sites")]
internal sealed record SiteClosingDocument
{
    [Key("Time since the site opened.", IsRequired = true, Above = 0)]
    public Duration? After { get; init; }
}
