namespace TrialSim.Engine.Patients;

/// <summary>Something in a patient's course that happened, was done or came to be known; see <see cref="CourseEntryKind"/> for what its figures mean.</summary>
/// <param name="Day">Days since randomisation.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Index of the treatment, the schedule of visits, the event, the state or the marker.</param>
/// <param name="Number">Which session, start, visit, occurrence or measurement of it this is, from 1; for states and causes an index.</param>
/// <param name="Value">A figure that goes with it: a grade, a dose, a measurement; 0 for none.</param>
public readonly record struct CourseEntry(double Day, CourseEntryKind Kind, int Subject, int Number, double Value = 0);
