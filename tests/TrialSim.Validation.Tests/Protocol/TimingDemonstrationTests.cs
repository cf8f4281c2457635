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
    [InlineData("2w", 14)]
    [InlineData("4w", 28)]
    [InlineData("6w", 42)]
    [InlineData("8w", 56)]
    [InlineData("12w", 84)]
    public void RfaDelay_ShareFreeAtTheMedian_IsOneHalf(string delay, double days)
    {
        string yaml = ScenarioFile.Text("demo-rfa-delay.yaml").With("within: 4w", $"within: {delay}").With("patients: 400", "patients: 1");
        PatientRecord[] patients = SimulatedTrial.Patients(yaml, 50_000);
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
        PatientRecord[] patients = SimulatedTrial.Patients(yaml, 20_000);
        double perDay = Math.Log(2.0) / (7.0 * DaysPer.Month);

        Assert.All(patients, patient => Assert.Equal(0.0, Math.Abs(Math.IEEERemainder(patient.SeenDays[0].Value, days)), 1e-6));
        _agreement.Mean("F6 mean day seen", [.. patients.Select(patient => patient.SeenDays[0].Value)], Expected.Exact(days / (1.0 - Math.Exp(-perDay * days))));
    }

    // Scans on k d + U(−w, w), each with a U of its own. Seen at scan k after nothing at scan k − 1, so E[seen] is the sum over k of
    // E[S(k) (e^(−λ S(k − 1)) − e^(−λ S(k)))], with E[e^(−λU)] = M = sinh(λw) / (λw) and E[U e^(−λU)] = −dM/dλ.
    [Theory, Trait("Source", "Theory")]
    [InlineData("6w ± 1w", 42, 7)]
    [InlineData("6w ± 2w", 42, 14)]
    [InlineData("12w ± 2w", 84, 14)]
    public void ScanInterval_WithAWindow_MeanDayOfSeeingProgressionIsTheSum(string interval, double days, double window)
    {
        string yaml = ScenarioFile.Text("demo-scan-interval.yaml")
            .With("at: 6w, then_every: 6w", $"at: {interval}, then_every: {interval}")
            .With("patients: 1000", "patients: 1")
            .With("death: {hazard: {median: 40mo}}", "death: {hazard: none}");
        PatientRecord[] patients = SimulatedTrial.Patients(yaml, 20_000);

        _agreement.Mean("F6 mean day seen", [.. patients.Select(patient => patient.SeenDays[0].Value)], Expected.Exact(MeanDaySeen(days, window)));
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

    // At a true 5 % more than 182 rejections of 2,500 come once in a million (binomial band), and so does so large a difference between two sizes.
    [Fact, Trait("Source", "Theory")]
    public void UnequalScans_MorePatients_RejectMoreOften()
    {
        double few = TypeOneError("12w", 200, 500);
        double many = TypeOneError("12w", 800, 500);
        double nearlyEqual = TypeOneError("8w", 800, 2_500);
        output.WriteLine($"12w: {few}, {many}; 8w: {nearlyEqual}");

        Assert.True(many - few > 4.9 * Math.Sqrt(((few * (1 - few)) + (many * (1 - many))) / 500), $"{few} {many}");
        Assert.True(nearlyEqual is > 0.0728 && nearlyEqual < many, $"{nearlyEqual} {many}");
    }

    [Fact, Trait("Source", "Theory")]
    public void UnequalScans_MadeEqual_RejectsInItsAlpha()
    {
        string yaml = ScenarioFile.Text("demo-unequal-scans.yaml").With("at: 6w, then_every: 6w", "at: 12w, then_every: 12w");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 4_000);

        _agreement.Share("F7 equal schedules", trial.Rejections("final", "pfs_test"), trial.Replicates, new Expected(0.05, 0.003, 0.0));
    }

    // Off the drug for a share f of each cycle: on average 1 − (1 − .65) (1 − f). The pauses are short against the median, so the estimate tends to the average.
    [Theory, Trait("Source", "Theory")]
    [InlineData("6w", "5d", "1d", 6.0 / 42.0)]
    [InlineData("4w", "5d", "1d", 6.0 / 28.0)]
    [InlineData("8w", "5d", "1d", 6.0 / 56.0)]
    [InlineData("6w", "5d", "0d", 5.0 / 42.0)]
    [InlineData("6w", "3d..7d", "1d", 6.0 / 42.0)]
    [InlineData("6w", "0d", "0d", 0.0)]
    public void SorafenibPauses_HazardRatio_IsTheAverageOverTheCycle(string every, string resume, string by, double off)
    {
        string yaml = ScenarioFile.Text("demo-sorafenib-pauses.yaml")
            .With("repeat: {every: 6w}", $"repeat: {{every: {every}}}")
            .With("within: 5d}, hold: {before: tace, by: 1d}", $"within: {resume}}}, hold: {{before: tace, by: {by}}}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 400);

        Assert.Equal(1.0 - (0.35 * (1.0 - off)), trial.Of("final", "ttp_hr", Measures.HazardRatio).Value!.Value, 0.018);
    }

    // A hazard of ln 2 / 12 a month until the drug starts, × .65 after it: S(m) = ½ at m = 12/.65 − τ (1/.65 − 1).
    [Theory, Trait("Source", "Theory")]
    [InlineData("6w", 42)]
    [InlineData("12w", 84)]
    [InlineData("24w", 168)]
    public void SorafenibAfterTheLastSession_ShareFreeAtTheMedian_IsOneHalf(string start, double days)
    {
        string yaml = ScenarioFile.Text("demo-sorafenib-pauses.yaml")
            .With("start: {after: each tace, within: 5d}, hold: {before: tace, by: 1d}", $"start: {{within: {start}}}")
            .With("patients: 600", "patients: 1");
        PatientRecord[] patients = [.. SimulatedTrial.Patients(yaml, 60_000).Where(patient => patient.Arm == 1)];
        double median = (12.0 / 0.65) - (days / DaysPer.Month * ((1.0 / 0.65) - 1.0));

        _agreement.Share($"F9 free at {median:F3} months", patients.LongCount(patient => patient.EventDays[0].Value > median * DaysPer.Month), patients.Length, Expected.Exact(0.5));
    }

    private static double TypeOneError(string seldom, int patients, uint replicates)
    {
        string yaml = ScenarioFile.Text("demo-unequal-scans.yaml").With("every_twelve_weeks: {at: 12w, then_every: 12w", $"every_twelve_weeks: {{at: {seldom}, then_every: {seldom}").With("patients: 400", $"patients: {patients}");
        return SimulatedTrial.Run(yaml, replicates).Of("final", "pfs_test", Measures.Power).Value!.Value;
    }

    private static double MeanDaySeen(double days, double window)
    {
        double perDay = Math.Log(2.0) / (7.0 * DaysPer.Month);
        double x = perDay * window;
        double mean = Math.Sinh(x) / x;
        double moment = ((Math.Sinh(x) / x) - Math.Cosh(x)) / perDay;
        double sum = 0;
        for (int scan = 1; scan <= 1_000; scan++)
        {
            double before = Math.Exp(-perDay * days * (scan - 1)) * (scan == 1 ? 1.0 : mean);
            double after = Math.Exp(-perDay * days * scan);
            sum += (scan * days * before) - (after * ((scan * days * mean) + moment));
        }

        return sum;
    }
}
