namespace TrialSim.Charts;

/// <summary>A point of a survival curve.</summary>
/// <param name="Time">In the unit of the chart.</param>
/// <param name="Survival">Probability of being without the event.</param>
public readonly record struct FittedPoint(double Time, double Survival);
