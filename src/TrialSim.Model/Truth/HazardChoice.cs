using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Truth;

/// <summary>A hazard and the patients it is for. In a list of choices the first that holds at randomisation applies.</summary>
/// <param name="When">Facts known at randomisation: arm and covariates.</param>
/// <param name="Hazard">The hazard, per day.</param>
public sealed record HazardChoice(StateMask When, Hazard Hazard);
