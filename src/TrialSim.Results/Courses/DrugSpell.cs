namespace TrialSim.Results.Courses;

/// <summary>A stretch of days in which a patient does the same with a drug.</summary>
/// <param name="FromDays">Days since randomisation.</param>
/// <param name="ToDays">Days since randomisation, at or after <paramref name="FromDays"/>.</param>
/// <param name="Status">Whether it is taken.</param>
/// <param name="DoseMgPerDay">The dose prescribed; null for a drug without doses.</param>
/// <param name="IsLast">Whether the drug was ended with it, rather than followed no further.</param>
public readonly record struct DrugSpell(double FromDays, double ToDays, DrugStatus Status, double? DoseMgPerDay, bool IsLast);
