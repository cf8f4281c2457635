using TrialSim.Model.Forecasts;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

/// <summary>What design formulas do not foretell of accrual.</summary>
public sealed class ForecastScopeTests
{
    [Theory, Trait("Source", "Regression")]
    [InlineData("patients_randomised: 300")]
    [InlineData("followed_up: {patients: 300, for: 3mo}")]
    [InlineData("follow_up_of_last_patient: 12mo")]
    public void Of_LookByPatientsWhereSitesClose_SaysWhyNot(string trigger)
    {
        string text = Texts.With(
            Texts.With(Texts.Family, "final: {when: {trial_time: 36mo}}", $"final: {{when: {{{trigger}}}}}"),
            "accrual: {duration: 12mo}",
            "accrual: {rate: {per_site_per_month: 5}}\n  sites: {count: 10, closing: {after: 12mo}}");

        TrialForecast forecast = TrialForecast.Of(Reading.Trial(text));

        const int Final = 1;
        Assert.Contains(forecast.Gaps, gap => gap.Look == Final && gap.Why.StartsWith("sites close", StringComparison.Ordinal));
        Assert.DoesNotContain(forecast.Figures, figure => figure.Look == Final);
    }
}
