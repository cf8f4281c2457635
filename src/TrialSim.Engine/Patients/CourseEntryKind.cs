namespace TrialSim.Engine.Patients;

/// <summary>What the protocol did with a patient on a day.</summary>
public enum CourseEntryKind
{
    /// <summary>A session of a procedure took place.</summary>
    Session,

    /// <summary>A drug was taken from this day on, for the first time or again.</summary>
    DrugStarted,

    /// <summary>A drug was paused.</summary>
    DrugHeld,

    /// <summary>A treatment was ended for good.</summary>
    TreatmentEnded,

    /// <summary>A visit was kept.</summary>
    VisitKept,

    /// <summary>A visit was missed.</summary>
    VisitMissed,
}
