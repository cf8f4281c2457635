namespace TrialSim.Model.Design;

/// <summary>
/// At any time up to the data cut. Who lives long has had more time to get it, so that those with it seem to live longer even where it does nothing (immortal time).
/// </summary>
public sealed record GroupedEver : GroupTiming;
