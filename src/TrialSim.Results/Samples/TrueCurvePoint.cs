namespace TrialSim.Results.Samples;

/// <summary>One row of <c>true-curves.csv</c>: the Kaplan–Meier curve of all sampled patients of an arm together, had every event been known on its day and nobody been lost.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Months">Time since randomisation.</param>
/// <param name="Survival">Survival, 0…1.</param>
/// <param name="MonteCarloStandardError">Its Monte Carlo standard error (Greenwood's).</param>
/// <param name="AtRisk">Sampled patients at risk just before this time, of all replicates together.</param>
public sealed record TrueCurvePoint(string Endpoint, string Arm, double Months, double Survival, double MonteCarloStandardError, long AtRisk);
