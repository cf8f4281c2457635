namespace TrialSim.Model.Sites;

/// <summary>Something that each site has a number of, and that a session takes for a while: an angiography suite. Sites do not share it; the treatments that need it do.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Places">How many sessions at a time, at least 1.</param>
/// <param name="Session">How long a session takes a place.</param>
/// <param name="Opening">When sessions may begin. One that has begun is finished after closing.</param>
/// <param name="Order">Who of those that wait is next.</param>
public sealed record SiteResource(string Name, int Places, SessionLength Session, OpeningTimes Opening, QueueOrder Order);
