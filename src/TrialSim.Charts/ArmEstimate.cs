namespace TrialSim.Charts;

/// <summary>An estimate of an arm, as a chart shows it.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Visit">The visit; empty for none.</param>
/// <param name="Patients">Patients that it rests on.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Lower confidence limit; the estimate itself where there is none.</param>
/// <param name="Upper">Upper confidence limit; the estimate itself where there is none.</param>
public sealed record ArmEstimate(string Arm, string Visit, int Patients, double Value, double Lower, double Upper);
