namespace TrialSim.Results.Samples;

/// <summary>One row of <c>marker-courses.csv</c>: a marker of an arm's patients at a visit.</summary>
/// <param name="Marker">The marker.</param>
/// <param name="Unit">Unit of its values; empty for none.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Visit">Number of the measurement in a patient's course, from 1.</param>
/// <param name="Months">Mean months since randomisation at which it took place.</param>
/// <param name="Median">Median of the patients measured.</param>
/// <param name="Lower">10 % quantile of the patients measured.</param>
/// <param name="Upper">90 % quantile of the patients measured.</param>
/// <param name="Patients">Sampled patients measured.</param>
public sealed record MarkerCoursePoint(string Marker, string Unit, string Arm, int Visit, double Months, double Median, double Lower, double Upper, long Patients);
