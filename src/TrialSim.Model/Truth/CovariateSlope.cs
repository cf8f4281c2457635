namespace TrialSim.Model.Truth;

/// <summary>A factor on an event's hazard that grows with a numeric covariate.</summary>
/// <param name="Event">Index of the event.</param>
/// <param name="Covariate">Index of the covariate.</param>
/// <param name="Reference">Value at which the factor is 1.</param>
/// <param name="LogHazardRatioPerUnit">Added to the log hazard for each unit above <paramref name="Reference"/>.</param>
public sealed record CovariateSlope(int Event, int Covariate, double Reference, double LogHazardRatioPerUnit);
