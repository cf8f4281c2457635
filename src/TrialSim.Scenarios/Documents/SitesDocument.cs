using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>The sites at which patients are screened and randomised.</summary>
[Document("a description of sites")]
internal sealed record SitesDocument
{
    [Key("How many sites there are.", IsRequired = true, Min = 1, Max = Limits.Sites)]
    public int? Count { get; init; }

    [Key("When they open.", Default = "all when the trial opens")]
    public SiteOpeningDocument? Opening { get; init; }

    [Key("When a site takes no more patients.", Default = Names.None)]
    public OrNone<SiteClosingDocument>? Closing { get; init; }

    [Key("How the rates of sites differ.", Default = Names.None)]
    public OrNone<SiteVariationDocument>? Variation { get; init; }

    [Key("Patients randomised at one site, at most.", Default = Names.None, Min = 1, Max = Limits.Patients)]
    public OrNone<Number>? MaxPatientsEach { get; init; }

    [Key("What each site has for the sessions of its patients, by name; treatments say what they need.", Default = "nothing that is ever taken", DefinesNames = true, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<SiteResourceDocument>? EachHas { get; init; }

    [Key("Probability that a patient who is screened is not randomised.", Default = "0", Min = 0, Below = 1)]
    public double? ScreeningFailure { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }
}
