using TrialSim.Engine.Conduct;
using TrialSim.Model.Time;
using TrialSim.Results;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V6",
    "Illness and death at constant hazards h01, h02, h12",
    Source = "Closed form; simIDM test-survivalFunctions.R and trialplanning.Rmd; TrialSimulator solveThreeStateModel.R",
    Asserts = "Medians of progression-free and overall survival, mean, correlation, survival at 12, for six sets; the packages' figures; all simulated too",
    Tolerance = "every printed digit; simulated M")]
public sealed class V06IllnessDeathTests(ITestOutputHelper output)
{
    private static readonly (string Arm, double Progression, double Before, double After, string PfsMedian, string OsMedian, string Mean, string Correlation, string At12)[] Sets =
    [
        ("a", 0.10, 0.05, 0.12, "4.6209812", "9.6118649", "12.222222", "0.64699664", "0.40406179"),
        ("b", 0.11, 0.03, 0.10, "4.9510513", "12.057383", "15.000000", "0.59028134", "0.50212962"),
        ("c", 0.50, 0.30, 0.60, "0.86643398", "1.7716923", "2.2916667", "0.62897090", "0.00176487"),
        ("d", 0.30, 0.28, 0.50, "1.1950813", "2.0932688", "2.7586207", "0.70151692", "0.00668531"),
        ("e", 0.075, 0.024, 0.090, "7.0014867", "14.977281", "18.518519", "0.68376346", "0.59454040"),
        ("f", 0.040, 0.030, 0.047, "9.9021026", "19.848334", "26.443769", "0.59646783", "0.67035099"),
    ];

    private readonly Agreement _agreement = Agreement.WithinFourErrors(output);

    [Fact, Trait("Source", "Theory")]
    public void ClosedForm()
    {
        foreach (var set in Sets)
        {
            ConstantIllnessDeath model = new(set.Progression, set.Before, set.After);
            Printed.Digits(set.PfsMedian, model.ProgressionFreeMedian);
            Printed.Digits(set.OsMedian, model.OverallMedian);
            Printed.Digits(set.Mean, model.OverallMean);
            Printed.Digits(set.Correlation, model.Correlation);
            Printed.Digits(set.At12, model.OverallSurvival(12.0));
        }
    }

    [Fact, Trait("Source", "Published")] // simIDM: S_OS at 1, 0.5 and 3 with (0.7, 0.5, 0.8); medians of trialplanning.Rmd; TrialSimulator: correlation, medians.
    public void OtherPackages()
    {
        ConstantIllnessDeath simIdm = new(0.7, 0.5, 0.8);
        ConstantIllnessDeath control = new(0.5, 0.3, 0.6);
        ConstantIllnessDeath treated = new(0.3, 0.28, 0.5);
        ConstantIllnessDeath simulator = new(0.10, 0.05, 0.12);

        Printed.Digits("0.56043 0.76145 0.13826", [simIdm.OverallSurvival(1.0), simIdm.OverallSurvival(0.5), simIdm.OverallSurvival(3.0)]);
        Printed.Digits("0.87 1.2 1.8 2.1", [control.ProgressionFreeMedian, treated.ProgressionFreeMedian, control.OverallMedian, treated.OverallMedian]);
        Printed.Digits("0.725", control.ProgressionFreeMedian / treated.ProgressionFreeMedian);
        Printed.Digits("0.65 4.62 9.61", [simulator.Correlation, simulator.ProgressionFreeMedian, simulator.OverallMedian]);
    }

    [Fact, Trait("Source", "Theory")]
    public void MediansAndMilestone_Simulated()
    {
        // The share alive at the exact median is one half: without the small bias of an estimated median.
        string milestones = string.Concat(Sets.Select(one => FormattableString.Invariant(
            $"    pfs_{one.Arm}: {{endpoint: pfs, method: milestone, time: {one.PfsMedian}mo, arms: [{one.Arm}]}}\n    os_{one.Arm}: {{endpoint: os, method: milestone, time: {one.OsMedian}mo, arms: [{one.Arm}]}}\n")));
        string yaml = ScenarioFile.Text("validation/illness-death.yaml").With("  analyses:\n", $"  analyses:\n{milestones}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 3_000);

        foreach (var set in Sets)
        {
            double os12 = new ConstantIllnessDeath(set.Progression, set.Before, set.After).OverallSurvival(12.0);
            _agreement.Mean($"V6 {set.Arm}, free of progression at its median", trial.Of("final", $"pfs_{set.Arm}", Measures.MilestoneSurvival), Expected.Exact(0.5));
            _agreement.Mean($"V6 {set.Arm}, alive at its median", trial.Of("final", $"os_{set.Arm}", Measures.MilestoneSurvival), Expected.Exact(0.5));
            _agreement.Mean($"V6 {set.Arm}, alive at 12", trial.Of("final", "os_12mo", set.Arm, Measures.MilestoneSurvival), Expected.Exact(os12));
        }
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void MeanAndCorrelation_Simulated(int index)
    {
        var set = Sets[index];
        ConstantIllnessDeath model = new(set.Progression, set.Before, set.After);
        PatientRecord[] patients = SimulatedTrial.Patients(
            FormattableString.Invariant($$$"""
                trialsim: 1
                name: one-patient
                design:
                  patients: 1
                  arms: {one: {}}
                  endpoints:
                    os: {events: [death]}
                  looks:
                    final: {when: {trial_time: 12mo}}
                  analyses:
                    os: {endpoint: os, method: kaplan_meier_median}
                truth:
                  accrual: {duration: 1mo}
                  events:
                    progression: {hazard: {per_month: {{{set.Progression}}} }}
                    death: {before: {per_month: {{{set.Before}}} }, since: progression, hazard: {per_month: {{{set.After}}} }}
                run: {seed: 20261121}
                """),
            60_000);
        double[] pfs = [.. patients.Select(patient => Math.Min(patient.EventDays[0].Value, patient.EventDays[1].Value) / DaysPer.Month)];
        double[] os = [.. patients.Select(patient => patient.EventDays[1].Value / DaysPer.Month)];

        _agreement.Mean($"V6 {set.Arm}: mean survival", os, Expected.Exact(model.OverallMean));
        (double got, double error) = Correlation(pfs, os);
        _agreement.Mean($"V6 {set.Arm}: correlation", got, error, Expected.Exact(model.Correlation));
    }

    private static (double Correlation, double StandardError) Correlation(double[] x, double[] y)
    {
        double meanX = x.Average();
        double meanY = y.Average();
        double spreadX = Math.Sqrt(x.Average(value => (value - meanX) * (value - meanX)));
        double spreadY = Math.Sqrt(y.Average(value => (value - meanY) * (value - meanY)));
        double correlation = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Average() / (spreadX * spreadY);

        // The influence of one pair on a correlation, since the times are far from normal.
        double variance = x.Zip(y, (a, b) =>
        {
            double u = (a - meanX) / spreadX;
            double v = (b - meanY) / spreadY;
            return Math.Pow((u * v) - (0.5 * correlation * ((u * u) + (v * v))), 2);
        }).Average();
        return (correlation, Math.Sqrt(variance / x.Length));
    }
}
