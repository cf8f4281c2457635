namespace TrialSim.Model.Truth;

/// <summary>What an <see cref="Occasion"/> is an occasion of.</summary>
public enum OccasionKind
{
    /// <summary>Randomisation; the subject is 0.</summary>
    Randomisation,

    /// <summary>The first session of a procedure, or the first dose of a drug; the subject is the treatment.</summary>
    FirstSession,

    /// <summary>Each session of a procedure; the subject is the treatment.</summary>
    EachSession,

    /// <summary>Each kept visit of a schedule, before the visit sees anything; the subject is the schedule.</summary>
    KeptVisit,

    /// <summary>Each occurrence of an event; the subject is the event.</summary>
    Occurrence,
}
