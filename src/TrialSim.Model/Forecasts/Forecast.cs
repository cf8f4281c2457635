namespace TrialSim.Model.Forecasts;

/// <summary>A figure that a design formula foretells of a trial, without simulating it.</summary>
/// <param name="Look">Index of the look.</param>
/// <param name="Endpoint">Index of the endpoint, or <see cref="None"/> for the time of the look.</param>
/// <param name="Analysis">Index of the analysis, or <see cref="None"/> for counts.</param>
/// <param name="Arm">Index of the arm, of a comparison the experimental one; <see cref="None"/> for all arms.</param>
/// <param name="Control">Index of the control arm of a comparison, or <see cref="None"/>.</param>
/// <param name="Measure">What is foretold.</param>
/// <param name="Method">The formula.</param>
/// <param name="Value">The figure: days, events, a ratio, a probability or a Z.</param>
/// <param name="Note">What of this scenario strains the formula; empty for nothing.</param>
public sealed record Forecast(
    int Look, int Endpoint, int Analysis, int Arm, int Control, ForecastMeasure Measure, ForecastMethod Method, double Value, string Note)
{
    /// <summary>No such index.</summary>
    public const int None = -1;
}
