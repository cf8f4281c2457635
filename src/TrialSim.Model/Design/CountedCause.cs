namespace TrialSim.Model.Design;

/// <summary>A cause of an event that counts in an endpoint.</summary>
/// <param name="Event">Index of the clinical event.</param>
/// <param name="Cause">Index of the cause among those of the event.</param>
public readonly record struct CountedCause(int Event, int Cause);
