namespace TrialSim.Engine.Patients;

/// <summary>What the protocol has due; on the same day in this order.</summary>
internal enum AgendaItem
{
    /// <summary>A time since a session has passed.</summary>
    Timer,

    /// <summary>A drug has been taken for its full length.</summary>
    End,

    /// <summary>A drug is paused before a session.</summary>
    Hold,

    /// <summary>A visit: it sees what has happened up to and on its day.</summary>
    Visit,

    /// <summary>A session of a procedure takes place, or a drug is taken.</summary>
    Start,

    /// <summary>A session has waited for its slot as long as the patient waits.</summary>
    GiveUp,
}
