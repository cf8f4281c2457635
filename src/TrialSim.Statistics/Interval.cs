namespace TrialSim.Statistics;

/// <summary>A confidence interval, on the scale of the estimate it belongs to.</summary>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit; +∞ where the type that carries it says so.</param>
public readonly record struct Interval(double Lower, double Upper);
