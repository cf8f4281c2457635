namespace TrialSim.Model.Protocol;

/// <summary>What the day of a further visit is counted from.</summary>
public enum VisitClock
{
    /// <summary>The planned days: a late visit does not move those after it.</summary>
    Schedule,

    /// <summary>The day of the last visit, kept or missed: a late one moves all that follow.</summary>
    LastVisit,
}
