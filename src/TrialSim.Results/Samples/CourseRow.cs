namespace TrialSim.Results.Samples;

/// <summary>One row of <c>courses.csv</c>: something that lasted, was done, happened or came to be known in the course of one patient of an example trial.</summary>
/// <param name="Replicate">Number of the simulated trial.</param>
/// <param name="Patient">Number of the patient, from 1.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The treatment, schedule of visits or event, or the state and its level; empty for follow-up and its end.</param>
/// <param name="FromDays">Days since randomisation at which it began, or was.</param>
/// <param name="ToDays">Days since randomisation at which it was over; the same for what does not last.</param>
public sealed record CourseRow(uint Replicate, int Patient, string Arm, CourseRowKind Kind, string Name, double FromDays, double ToDays);
