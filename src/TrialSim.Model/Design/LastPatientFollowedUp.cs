namespace TrialSim.Model.Design;

/// <summary>So many days after the last planned patient was randomised.</summary>
/// <param name="Days">Days since that randomisation.</param>
public sealed record LastPatientFollowedUp(double Days) : LookTrigger;
