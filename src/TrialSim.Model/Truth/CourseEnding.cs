namespace TrialSim.Model.Truth;

/// <summary>Whether an event ends the patient's course.</summary>
public enum CourseEnding
{
    /// <summary>Life goes on.</summary>
    Continues,

    /// <summary>Nothing happens afterwards.</summary>
    Fatal,
}
