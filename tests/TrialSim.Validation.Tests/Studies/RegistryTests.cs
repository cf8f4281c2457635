using TrialSim.Engine.Conduct;
using TrialSim.Model.Time;
using TrialSim.Results;

namespace TrialSim.Validation.Tests.Studies;

/// <summary>Study 001, a registry of drug-eluting TACE: <c>drug-eluting-registry</c>, scenario F2.</summary>
public sealed class RegistryTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // .7 × 2^(−12/28) + .3 × 2^(−12/12); without losses one-year survival is a share of n patients, with a standard deviation of √(p (1 − p) / n).
    [Theory, Trait("Source", "Theory")]
    [InlineData(60, 0.119)]
    [InlineData(100, 0.092)]
    [InlineData(150, 0.075)]
    [InlineData(200, 0.065)]
    [InlineData(300, 0.053)]
    public void OneYearSurvival_WithoutLosses_HasTheHalfWidth(int patients, double published)
    {
        const uint Replicates = 2_000;
        string yaml = ScenarioFile.Text("drug-eluting-registry.yaml").With("patients: 150", $"patients: {patients}").With("{probability: 0.08, by: 12mo}", "none");
        double survival = (0.7 * Math.Pow(2, -12.0 / 28.0)) + (0.3 * 0.5);
        double exact = 1.96 * Math.Sqrt(survival * (1 - survival) / patients);

        OperatingCharacteristic share = SimulatedTrial.Run(yaml, Replicates).Of("final", "os_1y", "tace", Measures.MilestoneSurvival);
        double halfWidth = 1.96 * share.MonteCarloStandardError!.Value * Math.Sqrt(Replicates);

        _agreement.Mean($"F2 one-year survival of {patients}", share, Expected.Exact(survival));
        _agreement.Mean($"F2 half-width of {patients}", halfWidth, exact / Math.Sqrt(2.0 * (Replicates - 1)), Expected.Exact(exact));
        Assert.Equal(published, exact, 0.0005);
    }

    // Stage B: progression at ln 2 / 11 a month, before it deaths at .01 or .02: medians of 11.0 and 9.5 or 8.35 months.
    [Theory, Trait("Source", "Theory")]
    [InlineData("0.01", 9.5)]
    [InlineData("0.02", 8.35)]
    public void TimeToProgression_OfStageB_IsShorterWhenDeathsCount(string deathsPerMonth, double published)
    {
        string yaml = ScenarioFile.Text("drug-eluting-registry.yaml").With("bclc: {B: 0.7, C: 0.3}", "bclc: {B: 1, C: 0}").With("per_month: 0.01}", $"per_month: {deathsPerMonth}}}").With("patients: 150", "patients: 1");
        PatientRecord[] patients = SimulatedTrial.Patients(yaml, 50_000);
        double withDeath = Math.Log(2) / ((Math.Log(2) / 11.0) + double.Parse(deathsPerMonth, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(published, withDeath, 0.01);
        _agreement.Share($"F2 free of progression and death at {withDeath:F2} months", patients.LongCount(patient => Math.Min(patient.EventDays[0].Value, patient.EventDays[1].Value) > withDeath * DaysPer.Month), patients.Length, Expected.Exact(0.5));
    }
}
