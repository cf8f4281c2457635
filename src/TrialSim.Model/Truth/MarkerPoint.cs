namespace TrialSim.Model.Truth;

/// <summary>A marker's distribution on a day.</summary>
/// <param name="Day">Days since what the profile is counted from, 0 or more.</param>
/// <param name="Mean">The mean; positive for a log-normal marker.</param>
/// <param name="StandardDeviation">The standard deviation, 0 or more.</param>
public readonly record struct MarkerPoint(double Day, double Mean, double StandardDeviation);
