namespace TrialSim.Results.Data;

/// <summary>A patient behind a published curve, as reconstructed.</summary>
/// <param name="Time">Time of the event or of censoring.</param>
/// <param name="HasEvent">Whether it ended with the event.</param>
public readonly record struct ReconstructedPatient(double Time, bool HasEvent);
