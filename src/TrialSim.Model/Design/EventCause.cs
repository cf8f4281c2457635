namespace TrialSim.Model.Design;

/// <summary>An event of a certain cause.</summary>
/// <param name="Event">Index of the clinical event.</param>
/// <param name="Cause">Index of the cause among those of the event.</param>
public readonly record struct EventCause(int Event, int Cause);
