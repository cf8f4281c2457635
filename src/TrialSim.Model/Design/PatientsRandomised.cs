namespace TrialSim.Model.Design;

/// <summary>On the day this number of patients is randomised.</summary>
/// <param name="Count">The number, 1…patients of the design.</param>
public sealed record PatientsRandomised(int Count) : LookTrigger;
