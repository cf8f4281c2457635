using TrialSim.Model.Forecasts;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

/// <summary>Events that design formulas foretell.</summary>
public sealed class ForecastEventsTests
{
    // Patients come all the time until the look, however many more would come: rate · (t − (1 − e^−λt)/λ).
    [Theory, Trait("Source", "Theory")]
    [InlineData(4_000, "9mo", 11, 303.73311244197754)]
    [InlineData(10_000, "9mo", 11, 303.73311244197754)] // 76 years or 101 medians: nobody is left at their end, as far as 1 − (1 − e^−λt) can tell.
    [InlineData(10_000, "1mo", 5, 192.78652479556175)] // 2,000 medians: e^−λt itself is 0.
    public void Of_AccrualThatLastsForManyMedians_ForetellsTheEventsOfAnEarlyLook(int patients, string median, int perMonth, double events)
    {
        string text = Texts.With(
            Texts.With(Texts.With(Texts.Family, "trial_time: 36mo", "trial_time: 40mo"), "patients: 300", $"patients: {patients}"),
            "accrual: {duration: 12mo}",
            $"accrual: {{rate: {{per_month: {perMonth}}}, pattern: even}}").Replace("median: 16mo", $"median: {median}", StringComparison.Ordinal);

        TrialForecast forecast = TrialForecast.Of(Reading.Trial(text));

        const int Final = 1;
        Forecast all = forecast.Figures.Single(figure => figure is { Look: Final, Measure: ForecastMeasure.Events, Endpoint: 0, Arm: Forecast.None });
        Assert.Equal(events, all.Value, 1e-9 * events);
    }
}
