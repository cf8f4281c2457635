namespace TrialSim.Charts;

/// <summary>What was observed at a time.</summary>
/// <param name="Time">In the unit of the chart.</param>
/// <param name="Survival">Height of the curve from then on.</param>
/// <param name="Lower">Lower limit or bound.</param>
/// <param name="Upper">Upper limit or bound.</param>
/// <param name="AtRisk">Patients at risk just before; 0 where nobody counts them.</param>
public readonly record struct ObservedPoint(double Time, double Survival, double Lower, double Upper, int AtRisk);
