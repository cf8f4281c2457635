namespace TrialSim.Engine.Patients;

/// <summary>How a patient's sessions come by what they need of their site.</summary>
internal enum SlotAccess
{
    /// <summary>It is always there: they take place when they are wanted.</summary>
    Unlimited,

    /// <summary>They wait for it.</summary>
    Queued,
}
