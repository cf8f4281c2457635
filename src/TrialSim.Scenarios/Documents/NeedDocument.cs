using TrialSim.Model.Protocol;

namespace TrialSim.Scenarios.Documents;

/// <summary>What each session of a procedure needs of the site.</summary>
[Document("a need")]
internal sealed record NeedDocument
{
    [Key("Something that each site has, by its name under truth.sites.each_has."), Shorthand]
    public string? Name { get; init; }

    [Key("Something that each site has, by its name under truth.sites.each_has.")]
    public string? Resource { get; init; }

    [Key("How long a session waits for it, from the day on which it is wanted.", Default = "none, as long as it takes", Min = 0)]
    public OrNone<Duration>? MaxWait { get; init; }

    [Key(
        "What becomes of a session that has waited so long. treat: it takes place that day, elsewhere. skip: it does not take place, and the next one is planned as after a session. "
        + "stop: the treatment is over.",
        Default = "treat")]
    public AfterWaiting? Then { get; init; }
}
