namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// What a group-sequential trial says of the drift, the expected Z at information fraction 1. Divide by √(planned maximum information) for the effect: for the
/// log-rank test that is √(d·p(1 − p)) with d planned events, and gives −ln(hazard ratio).
/// </summary>
/// <param name="OneSidedPValue">Probability of an outcome at least as far up the ordering when there is no effect.</param>
/// <param name="Median">Median-unbiased estimate: as often too high as too low.</param>
/// <param name="Interval">Confidence interval of exact coverage under the ordering.</param>
public sealed record DriftEstimate(double OneSidedPValue, double Median, Interval Interval);
