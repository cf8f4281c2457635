namespace TrialSim.Statistics.IntervalCensored;

/// <summary>One innermost interval that carries probability: the event happens above the lower and at most on the upper day.</summary>
/// <param name="LowerDays">Where the curve leaves the level before; the same as the upper day for an exact time.</param>
/// <param name="UpperDays">Where it reaches the level after; +∞ for what is left beyond the last visit. Between the two the curve is not determined.</param>
/// <param name="Probability">Probability of the event within the interval, above 0.</param>
/// <param name="Survival">Probability of being without the event after the interval.</param>
public readonly record struct TurnbullStep(double LowerDays, double UpperDays, double Probability, double Survival);
