namespace TrialSim.Results.Data;

/// <summary>Bounds of a survival curve from a time on.</summary>
/// <param name="Time">Time since the start, in the unit of the data.</param>
/// <param name="Lower">Survival if events come as early as they can.</param>
/// <param name="Upper">Survival if events come as late as they can; the same where the curve is determined.</param>
public readonly record struct IntervalCurvePoint(double Time, double Lower, double Upper);
