namespace TrialSim.Model.Design;

/// <summary>
/// What was taken of a drug over what was planned: mg over the full dose of every day from the first dose to the end of the treatment, or as far as is known. Of a drug without
/// doses the share of days on which it was taken. Only of patients who had a first dose.
/// </summary>
/// <param name="Treatment">Index of the drug.</param>
/// <param name="FullDoseMgPerDay">The full dose; 0 for a drug without doses.</param>
public sealed record DoseIntensity(int Treatment, double FullDoseMgPerDay) : Quantity;
