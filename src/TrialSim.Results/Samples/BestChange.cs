namespace TrialSim.Results.Samples;

/// <summary>One row of <c>best-changes.csv</c>: a patient's greatest fall, or least rise, of a marker since the first measurement.</summary>
/// <param name="Replicate">Number of the simulated trial.</param>
/// <param name="Marker">The marker.</param>
/// <param name="Unit">Unit of its values; empty for none.</param>
/// <param name="Patient">Number of the patient, from 1.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Baseline">First measurement.</param>
/// <param name="Best">Lowest measurement after the first.</param>
/// <param name="Change">Change from the first to the lowest as a share of the first, −1 and above.</param>
public sealed record BestChange(uint Replicate, string Marker, string Unit, int Patient, string Arm, double Baseline, double Best, double Change);
