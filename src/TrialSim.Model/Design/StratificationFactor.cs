namespace TrialSim.Model.Design;

/// <summary>A categorical covariate used as a stratum.</summary>
/// <param name="Covariate">Index among the scenario's covariates.</param>
/// <param name="LevelCount">How many levels it has.</param>
public readonly record struct StratificationFactor(int Covariate, int LevelCount);
