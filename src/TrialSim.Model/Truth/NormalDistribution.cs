namespace TrialSim.Model.Truth;

/// <summary>Normal, conditional on lying between two limits.</summary>
/// <param name="Mean">Mean before truncation.</param>
/// <param name="StandardDeviation">Standard deviation before truncation, positive.</param>
/// <param name="Lower">Lower limit, or −∞.</param>
/// <param name="Upper">Upper limit, or +∞.</param>
public sealed record NormalDistribution(double Mean, double StandardDeviation, double Lower, double Upper) : CovariateDistribution;
