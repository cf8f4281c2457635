namespace TrialSim.Results.Data;

/// <summary>The survival curve of one arm whose event times are known as intervals.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Patients">Its patients.</param>
/// <param name="Points">From time 0 on, ascending: where a bound of the curve steps down.</param>
public sealed record IntervalCurve(string Arm, int Patients, IReadOnlyList<IntervalCurvePoint> Points);
