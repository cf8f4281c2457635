using TrialSim.Model.Time;

namespace TrialSim.Model.Design;

/// <summary>So many days after the trial opened.</summary>
/// <param name="Day">The day of the look.</param>
public sealed record TrialTimeReached(TrialDay Day) : LookTrigger;
