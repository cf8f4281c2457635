namespace TrialSim.Engine.Patients;

/// <summary>How far one treatment of one patient has come; what of it is due stands in the <see cref="Agenda"/>.</summary>
internal struct TreatmentState
{
    /// <summary>Sessions done, or times that the drug was started.</summary>
    public int Done;

    /// <summary>Last day of the window of the session that is planned or waits.</summary>
    public double WindowEndDay;

    /// <summary>Whether a session that is wanted waits for its slot.</summary>
    public bool IsWaiting;

    /// <summary>Sessions given up while they waited.</summary>
    public int Skipped;

    /// <summary>Whether the drug is taken now.</summary>
    public bool IsTaken;

    /// <summary>Whether the drug is paused, or its start put off, until a session has taken place.</summary>
    public bool IsHeld;

    /// <summary>Whether the drug is interrupted: what is known of the patient forbids it.</summary>
    public bool IsInterrupted;

    /// <summary>Whether the drug would be taken if it were not interrupted.</summary>
    public bool IsDue;

    /// <summary>Whether there was a reason for a lower dose the last time that was asked.</summary>
    public bool HasReasonToReduce;

    /// <summary>Index of the dose; 0 for the full one.</summary>
    public int DoseLevel;

    /// <summary>Whether the patient, who should get the treatment, does not.</summary>
    public bool IsDeclined;

    /// <summary>Whether the treatment is over, or was never for this arm.</summary>
    public bool IsOver;

    /// <summary>Whether there has been a session or start, or one has been given up.</summary>
    public readonly bool HasBegun => Done > 0 || Skipped > 0;

    /// <summary>A treatment of which nothing has been planned.</summary>
    public static TreatmentState Unplanned(bool isOfArm) => new() { IsOver = !isOfArm };
}
