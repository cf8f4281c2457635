namespace TrialSim.Model.Protocol;

/// <summary>The next session follows the last one by the clock.</summary>
/// <param name="Interval">Days from one session to the next.</param>
public sealed record RepeatedEvery(TimeWindow Interval) : Repetition;
