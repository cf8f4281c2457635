namespace TrialSim.Model.Design;

/// <summary>A time after the n-th patient was randomised.</summary>
/// <param name="Count">How many patients.</param>
/// <param name="Days">Days since randomisation of the last of them.</param>
public sealed record PatientsFollowedUp(int Count, double Days) : LookTrigger;
