namespace TrialSim.Engine.Patients;

/// <summary>What happened in a patient's course on a day. Analyses read only what is known; what is marked as truth is for replays.</summary>
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

    /// <summary>A drug was taken at a lower dose from this day on; the number is the index of the dose, the value mg a day. Known.</summary>
    DoseReduced,

    /// <summary>A drug was interrupted because of what is known of the patient; it is taken again with <see cref="DrugStarted"/>. Known.</summary>
    DrugInterrupted,

    /// <summary>Truth: an event that can recur or has a grade occurred; the value is its grade, 0 for none.</summary>
    EventOccurred,

    /// <summary>Truth: such an event was over.</summary>
    EventResolved,

    /// <summary>Such an event came to be known; the value is its grade. Known.</summary>
    EventSeen,

    /// <summary>That such an event is over came to be known. Known.</summary>
    EventResolutionSeen,

    /// <summary>The cause of an event; the number is the index of the cause. Known when the event is.</summary>
    Cause,

    /// <summary>Truth: a state took another level; the number is the index of the level.</summary>
    StateChanged,

    /// <summary>A state's level was seen; the number is the index of the level, -1 for none yet. Known.</summary>
    StateSeen,

    /// <summary>A marker was measured at a visit; the value is the measurement. Known.</summary>
    MarkerMeasured,

    /// <summary>A session was wanted and its slot was not free: it waits from this day on. The number is that of the session to come. Known.</summary>
    SlotAwaited,

    /// <summary>A session that waited for its slot was given up; the number counts those given up. Known.</summary>
    SessionSkipped,
}
