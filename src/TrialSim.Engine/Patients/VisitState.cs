namespace TrialSim.Engine.Patients;

/// <summary>How far one schedule of visits of one patient has come; the day of the next visit stands in the <see cref="Agenda"/>.</summary>
internal struct VisitState
{
    /// <summary>Visits planned so far, kept, missed or superseded.</summary>
    public int Planned;

    /// <summary>Visits that have come, kept or missed.</summary>
    public int Done;

    /// <summary>The planned day of the next visit, from which the one after is counted.</summary>
    public double PlannedDay;

    /// <summary>Whether the next visit will be missed.</summary>
    public bool IsMissed;

    /// <summary>Whether there is no further visit, or never was for this arm.</summary>
    public bool IsOver;

    /// <summary>A schedule of which nothing has been planned.</summary>
    public static VisitState Unplanned(bool isOfArm) => new() { IsOver = !isOfArm };
}
