using TrialSim.Statistics.Hazards;

namespace TrialSim.Cli.Fitting;

/// <summary>A curve that was found.</summary>
/// <param name="Family">Name of the family, or of the arm where each has one curve.</param>
/// <param name="Hazard">With the unit for its days.</param>
/// <param name="Aic">Akaike's criterion; 0 where nothing was fitted to patients.</param>
/// <param name="Note">What a legend says of it, such as its AIC.</param>
internal sealed record FamilyCurve(string Family, Hazard Hazard, double Aic, string Note);
