namespace TrialSim.Results.Data;

/// <summary>The Kaplan–Meier curve of one arm of patient data.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Patients">Patients at the start.</param>
/// <param name="MedianTime">The median; +∞ where it is not reached.</param>
/// <param name="Median">The median with its interval in words, such as <c>270 (212–310)</c>; empty where it is not reached.</param>
/// <param name="Points">One point for each distinct time of the arm, ascending, with a point at 0 before them.</param>
public sealed record PatientCurve(string Arm, int Patients, double MedianTime, string Median, IReadOnlyList<PatientCurvePoint> Points);
