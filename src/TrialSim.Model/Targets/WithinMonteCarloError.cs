namespace TrialSim.Model.Targets;

/// <summary>The reported figure is exact, so nothing but Monte Carlo error may lie between it and the simulated one.</summary>
/// <param name="FalseAlarm">Probability that a right scenario misses it by chance, above 0 and below 0.5.</param>
public sealed record WithinMonteCarloError(double FalseAlarm) : TargetCriterion;
