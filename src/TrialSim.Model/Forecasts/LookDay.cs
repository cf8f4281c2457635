namespace TrialSim.Model.Forecasts;

/// <summary>When a look is expected.</summary>
/// <param name="Day">The day at which what it sees is evaluated: for an event-driven look the day by which its number is expected.</param>
/// <param name="MeanDay">The mean over trials of the day on which it takes place.</param>
/// <param name="Deviation">The standard deviation over trials of that day.</param>
/// <param name="Method">The formula of <paramref name="MeanDay"/>.</param>
internal readonly record struct LookDay(double Day, double MeanDay, double Deviation, ForecastMethod Method);
