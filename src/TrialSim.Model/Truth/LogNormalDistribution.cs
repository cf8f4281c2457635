namespace TrialSim.Model.Truth;

/// <summary>Log-normal, conditional on lying between two limits.</summary>
/// <param name="Median">Median before truncation, positive.</param>
/// <param name="Sigma">Standard deviation of the logarithm, positive.</param>
/// <param name="Lower">Lower limit, 0 for none.</param>
/// <param name="Upper">Upper limit, or +∞.</param>
public sealed record LogNormalDistribution(double Median, double Sigma, double Lower, double Upper) : CovariateDistribution;
