namespace TrialSim.Model.Protocol;

/// <summary>The days that the protocol allows between one thing and the next: a permission, within which people and appointments decide.</summary>
/// <param name="EarliestDays">First day allowed, 0 or more.</param>
/// <param name="TargetDays">The day aimed at; in the middle where the protocol names none.</param>
/// <param name="LatestDays">Last day allowed.</param>
public readonly record struct TimeWindow(double EarliestDays, double TargetDays, double LatestDays)
{
    /// <summary>A single day.</summary>
    public static TimeWindow Exactly(double days) => new(days, days, days);
}
