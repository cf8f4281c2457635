namespace TrialSim.Engine.Patients;

/// <summary>What a patient's course comes to next, as far as others are concerned.</summary>
internal enum SlotMove
{
    /// <summary>Something of the patient's own.</summary>
    None,

    /// <summary>A session that needs something of its site is wanted, and will begin to wait.</summary>
    Ask,

    /// <summary>A session has waited as long as the patient waits.</summary>
    GiveUp,
}
