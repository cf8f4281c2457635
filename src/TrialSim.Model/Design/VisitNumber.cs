namespace TrialSim.Model.Design;

/// <summary>A certain visit of a schedule.</summary>
/// <param name="Schedule">Index of the schedule of visits.</param>
/// <param name="Number">Its number, kept or missed, from 1.</param>
public readonly record struct VisitNumber(int Schedule, int Number);
