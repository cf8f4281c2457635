namespace TrialSim.Model.Design;

/// <summary>By a landmark; only patients still without the event after it are compared, their time counted from there (Anderson, Cain and Gelber 1983).</summary>
/// <param name="Days">The landmark, in days on the endpoint's clock.</param>
public sealed record GroupedAtLandmark(double Days) : GroupTiming;
