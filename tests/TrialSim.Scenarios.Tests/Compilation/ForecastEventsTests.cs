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

    // Hazards and ratios beyond what a number holds: everybody dies at once, or as soon as the hazard has grown.
    [Theory, Trait("Source", "Property")]
    [InlineData("{family: gompertz, per_day: 1e-300, shape_per_month: 1000}", 0, 0)]
    [InlineData("{median: 16mo}", 120, 0)]
    [InlineData("{median: 16mo}", 120, 120)]
    public void Of_HazardsBeyondNumbers_ForetellsNumbers(string hazard, int raising, int lowering)
    {
        string effects = string.Concat(
            Enumerable.Repeat("\n    - {on: death, hazard_ratio: 1000}", raising).Concat(Enumerable.Repeat("\n    - {on: death, hazard_ratio: 0.001, while: {arm: low}}", lowering)));
        string text = Texts.With(Texts.Family, "{median: 16mo}", hazard) + (effects.Length > 0 ? "\n  effects:" + effects : "");

        TrialForecast forecast = TrialForecast.Of(Reading.Trial(text));

        Assert.NotEmpty(forecast.Figures);
        Assert.All(forecast.Figures.Where(figure => figure.Measure == ForecastMeasure.Events), figure => Assert.True(double.IsFinite(figure.Value)));
    }

    // ln 2 to the power of 50 months is sooner than any knot; of shape 1, 16 months are not.
    [Theory, Trait("Source", "Theory")]
    [InlineData(0.02, false)]
    [InlineData(1, true)]
    public void Of_MedianWithinTheFirstHours_IsNotForetold(double shape, bool isForetold)
    {
        string text = Texts.With(Texts.Family, "{median: 16mo}", FormattableString.Invariant($"{{family: weibull, scale: 1mo, shape: {shape}}}"));

        TrialForecast forecast = TrialForecast.Of(Reading.Trial(text));

        Assert.Equal(isForetold, forecast.Figures.Any(figure => figure.Measure == ForecastMeasure.Median));
        Assert.Equal(!isForetold, forecast.Gaps.Any(gap => gap.Why.StartsWith("half of the arm have the event within ", StringComparison.Ordinal)));
    }
}
