using TrialSim.Results;

namespace TrialSim.Validation.Tests.Conduct;

/// <summary>Sites from the scenario's text to what a run reports.</summary>
public sealed class SitesTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // Five sites that open every other month, at 2 a month each after a rise over 4 months, until month 20: Σ (20 − o − 2) · 2 for o = 0, 2, …, 8, less a fifth at screening.
    [Theory, Trait("Source", "Theory")]
    [InlineData("none")]
    [InlineData("{shape: 1.5}")]
    public void Sites_RampUntilADay_RandomiseTheExpectedNumber(string variation)
    {
        SimulatedTrial trial = SimulatedTrial.Run(Yaml($"{{count: 5, opening: {{every: 2mo}}, variation: {variation}, screening_failure: 0.2}}", "{rate: {per_site_per_month: 2}, ramp: 4mo, until: 20mo}"), 20_000);

        _agreement.Mean("patients", Total(trial), Expected.Exact(0.8 * 2 * (18 + 16 + 14 + 12 + 10)));
    }

    // Forty patients at 0.25 a month and site: four sites from the first day are one Poisson process of 1 a month, without those who fail screening 0.8; the fortieth comes after 50 months.
    [Fact, Trait("Source", "Theory")]
    public void Sites_ToTheTarget_TakeTheExpectedTimeAndTheFormulaKnowsIt()
    {
        SimulatedTrial trial = SimulatedTrial.Run(
            Yaml("{count: 4, screening_failure: 0.2}", "{rate: {per_site_per_month: 0.25}}").With("patients: 2000", "patients: 40").With("trial_time: 20mo", "follow_up_of_last_patient: 0d"), 20_000);

        _agreement.Mean("months to the fortieth", trial.Of("final", "", Measures.LookTime), Expected.Exact(50));
    }

    // Nobody can say on the day of the last patient that nobody else will come: the look waits until accrual has ended.
    [Fact, Trait("Source", "ByHand")]
    public void Sites_FewerThanPlanned_LookOnTheLastPatientWaitsForTheEndOfAccrual()
    {
        SimulatedTrial trial = SimulatedTrial.Run(
            Yaml("{count: 2}", "{rate: {per_site_per_month: 2}, until: 10mo}").With("trial_time: 20mo", "follow_up_of_last_patient: 0d"), 200);
        OperatingCharacteristic time = trial.Of("final", "", Measures.LookTime);

        Assert.Equal(10, time.Value!.Value, 1e-9);
        Assert.Equal(0, time.MonteCarloStandardError!.Value, 1e-9);
    }

    private static Results.OperatingCharacteristic Total(SimulatedTrial trial) => trial.Of("final", "", "only", Measures.Patients);

    private static string Yaml(string sites, string accrual) => $$$"""
        trialsim: 1
        name: sites
        design:
          patients: 2000
          arms: {only: {role: control}}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {trial_time: 20mo}}
          analyses:
            os_median: {endpoint: os, method: kaplan_meier_median}
        truth:
          sites: {{{sites}}}
          accrual: {{{accrual}}}
          events:
            death: {hazard: {median: 10mo}}
        run: {seed: 20261121}
        """;
}
