namespace TrialSim.Model.Forecasts;

/// <summary>Figures for which there is no formula, and why.</summary>
/// <param name="Look">Index of the look, or <see cref="Forecast.None"/> for all.</param>
/// <param name="Endpoint">Index of the endpoint, or <see cref="Forecast.None"/> for all.</param>
/// <param name="Analysis">Index of the analysis, or <see cref="Forecast.None"/> for all.</param>
/// <param name="Arm">Index of the arm, or <see cref="Forecast.None"/> for all.</param>
/// <param name="Why">A sentence that names the feature of the scenario.</param>
public sealed record ForecastGap(int Look, int Endpoint, int Analysis, int Arm, string Why);
