namespace TrialSim.Engine.Patients;

/// <summary>Something that the protocol did with a patient.</summary>
/// <param name="Day">Days since randomisation.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Subject">Index of the treatment, or of the schedule of visits.</param>
/// <param name="Number">Which session, start or visit of that treatment or schedule it is, from 1.</param>
public readonly record struct CourseEntry(double Day, CourseEntryKind Kind, int Subject, int Number);
