namespace TrialSim.Model.Design;

/// <summary>A factor whose margin minimisation balances.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Weight">How much its imbalance counts, above 0.</param>
public readonly record struct MinimisationFactor(StratificationFactor Factor, double Weight);
