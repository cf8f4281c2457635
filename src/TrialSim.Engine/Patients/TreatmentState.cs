namespace TrialSim.Engine.Patients;

/// <summary>How far one treatment of one patient has come. Days are since randomisation, +∞ where nothing is planned.</summary>
internal struct TreatmentState
{
    /// <summary>Sessions done, or times that the drug was started.</summary>
    public int Done;

    /// <summary>Day of the next session or start.</summary>
    public double StartDay;

    /// <summary>Last day of the window of the session that is planned or waits.</summary>
    public double WindowEndDay;

    /// <summary>Day until which a session that is wanted waits for its slot; +∞ where none waits.</summary>
    public double WaitEndDay;

    /// <summary>Sessions given up while they waited.</summary>
    public int Skipped;

    /// <summary>Day on which the drug is paused for a session to come.</summary>
    public double HoldDay;

    /// <summary>Day on which the drug has been taken for its full length.</summary>
    public double EndDay;

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

    /// <summary>Whether a session that is wanted waits for its slot.</summary>
    public readonly bool IsWaiting => WaitEndDay < double.PositiveInfinity;

    /// <summary>Whether a session or start is to come, on a day or with a slot.</summary>
    public readonly bool IsPlanned => StartDay < double.PositiveInfinity || IsWaiting;

    /// <summary>A treatment of which nothing has been planned.</summary>
    public static TreatmentState Unplanned(bool isOfArm) => new()
    {
        StartDay = double.PositiveInfinity,
        WaitEndDay = double.PositiveInfinity,
        HoldDay = double.PositiveInfinity,
        EndDay = double.PositiveInfinity,
        IsOver = !isOfArm,
    };
}
