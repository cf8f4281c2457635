namespace TrialSim.Model.Truth;

/// <summary>Visits at which a marker is measured.</summary>
/// <param name="Visit">Index of the schedule.</param>
/// <param name="Purpose">Key of the draws, one for each visit by its number.</param>
public sealed record MarkerVisit(int Visit, uint Purpose);
