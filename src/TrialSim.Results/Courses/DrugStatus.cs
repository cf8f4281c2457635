namespace TrialSim.Results.Courses;

/// <summary>What a patient does with a drug that was started and is not ended.</summary>
public enum DrugStatus
{
    /// <summary>Takes it.</summary>
    Taken,

    /// <summary>Pauses around a session of a procedure, as the protocol plans.</summary>
    Held,

    /// <summary>Does not take it because of what is known of the patient.</summary>
    Interrupted,
}
