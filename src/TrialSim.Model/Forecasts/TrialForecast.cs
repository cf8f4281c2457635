using System.Collections.Immutable;

namespace TrialSim.Model.Forecasts;

/// <summary>
/// What the design formulas foretell of a trial: a second answer beside that of the simulation, from the same compiled scenario and by another road. Nothing of it is
/// drawn at random.
/// </summary>
/// <param name="Figures">The figures, by look, within it by endpoint: the time of the look, events, then the analyses as listed.</param>
/// <param name="Gaps">What has no formula, and why.</param>
public sealed record TrialForecast(ImmutableArray<Forecast> Figures, ImmutableArray<ForecastGap> Gaps)
{
    /// <summary>The forecast of a trial.</summary>
    public static TrialForecast Of(Trial trial) => TrialForecaster.Of(trial);
}
