namespace TrialSim.Results.Samples;

/// <summary>One row of <c>seen-delays.csv</c>: an event that a visit sees, of one patient.</summary>
/// <param name="Replicate">Number of the simulated trial.</param>
/// <param name="Patient">Number of the patient, from 1.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Event">The event.</param>
/// <param name="TrueDays">Days since randomisation at which it happened.</param>
/// <param name="SeenDays">Days since randomisation at which it was seen.</param>
public sealed record SeenDelay(uint Replicate, int Patient, string Arm, string Event, double TrueDays, double SeenDays);
