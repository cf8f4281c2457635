using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>When sites open; exactly one key.</summary>
[Document("an opening of sites", HasOneKey = true)]
internal sealed record SiteOpeningDocument
{
    [Key("The first when the trial opens, the last after this time, the others evenly between.", Min = 0)]
    public Duration? Over { get; init; }

    [Key("The first when the trial opens, then one after each such time.", Min = 0)]
    public Duration? Every { get; init; }

    [Key("The time since the trial opened of each site.", Min = 0, MaxItems = Limits.Sites)]
    public Listed<Duration>? At { get; init; }
}
