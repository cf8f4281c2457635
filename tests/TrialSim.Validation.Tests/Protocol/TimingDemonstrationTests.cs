using TrialSim.Engine.Conduct;
using TrialSim.Model.Time;
using TrialSim.Results;

namespace TrialSim.Validation.Tests.Protocol;

/// <summary>The demonstrations of timing against closed forms.</summary>
public sealed class TimingDemonstrationTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // A hazard of ln 2 / 6 a month, times .52 from the delay τ on: S(m) = ½ at m = 6/.52 − τ (1/.52 − 1) = 11.538 − .923 τ.
    [Theory, Trait("Source", "Theory")]
    [InlineData("0d", 0)]
    [InlineData("1w", 7)]
    [InlineData("4w", 28)]
    [InlineData("12w", 84)]
    public void RfaDelay_ShareFreeAtTheMedian_IsOneHalf(string delay, double days)
    {
        string yaml = ScenarioFile.Text("demo-rfa-delay.yaml").With("within: 4w", $"within: {delay}").With("patients: 400", "patients: 1");
        PatientRecord[] patients = SimulatedTrial.Patients(yaml, 200_000);
        double median = (6.0 / 0.52) - (days / DaysPer.Month * ((1.0 / 0.52) - 1.0));

        _agreement.Share($"F8 free at {median:F3} months", patients.LongCount(patient => patient.EventDays[0].Value > median * DaysPer.Month), patients.Length, Expected.Exact(0.5));
    }

    // Progression exponential, median 7 months; scans on d, 2d, …: E[seen] = d / (1 − e^(−λd)) where death is left out.
    [Theory, Trait("Source", "Theory")]
    [InlineData("6w", 42)]
    [InlineData("12w", 84)]
    public void ScanInterval_MeanDayOfSeeingProgression_IsTheLattice(string interval, double days)
    {
        string yaml = ScenarioFile.Text("demo-scan-interval.yaml")
            .With("at: 6w, then_every: 6w", $"at: {interval}, then_every: {interval}")
            .With("patients: 1000", "patients: 1")
            .With("death: {hazard: {median: 40mo}}", "death: {hazard: none}");
        PatientRecord[] patients = SimulatedTrial.Patients(yaml, 200_000);
        double perDay = Math.Log(2.0) / (7.0 * DaysPer.Month);

        Assert.All(patients, patient => Assert.Equal(0.0, Math.Abs(Math.IEEERemainder(patient.SeenDays[0].Value, days)), 1e-6));
        _agreement.Mean("F6 mean day seen", [.. patients.Select(patient => patient.SeenDays[0].Value)], Expected.Exact(days / (1.0 - Math.Exp(-perDay * days))));
    }

    // The first scan on or after the true median of 5.957 months; nearly every large trial reports it.
    [Theory, Trait("Source", "Theory")]
    [InlineData("6w", 210)]
    [InlineData("8w", 224)]
    [InlineData("12w", 252)]
    public void ScanInterval_MedianOfTheMiddleTrial_IsTheNextScan(string interval, double days)
    {
        string yaml = ScenarioFile.Text("demo-scan-interval.yaml").With("at: 6w, then_every: 6w", $"at: {interval}, then_every: {interval}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 200);

        Assert.Equal(days / DaysPer.Month, trial.Of("final", "pfs_median", Measures.QuantileOf(Measures.MedianSurvival, 0.5)).Value!.Value, 1e-9);
    }

    [Fact, Trait("Source", "Theory")]
    public void UnequalScans_SameDisease_RejectsFarMoreOftenThanTheAlpha()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("demo-unequal-scans.yaml"), 2_000);
        double power = trial.Of("final", "pfs_test", Measures.Power).Value!.Value;

        // With a true 5 % this many rejections come once in a million (binomial band of .05 at 2,000 ends at .0755).
        Assert.True(power > 0.10, $"{power}");
    }

    [Fact, Trait("Source", "Theory")]
    public void UnequalScans_MadeEqual_RejectsInItsAlpha()
    {
        string yaml = ScenarioFile.Text("demo-unequal-scans.yaml").With("at: 6w, then_every: 6w", "at: 12w, then_every: 12w");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 4_000);

        _agreement.Share("F7 equal schedules", trial.Rejections("final", "pfs_test"), trial.Replicates, new Expected(0.05, 0.003, 0.0));
    }

    // Off the drug 6 of every 42 days: on average 1 − (1 − .65) (1 − 6/42) = .70. The pauses are short against the median, so the estimate tends to the average.
    [Fact, Trait("Source", "Theory")]
    public void SorafenibPauses_HazardRatio_IsTheAverageOverTheCycle()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("demo-sorafenib-pauses.yaml"), 3_000);

        Assert.Equal(0.70, trial.Of("final", "ttp_hr", Measures.HazardRatio).Value!.Value, 0.006);
    }
}
