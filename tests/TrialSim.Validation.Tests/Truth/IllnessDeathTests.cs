using TrialSim.Engine.Conduct;
using TrialSim.Model.Time;
using TrialSim.Results;

namespace TrialSim.Validation.Tests.Truth;

/// <summary>Progression and death of the same patients. Closed forms and integrals: Reference/exact.R.</summary>
public sealed class IllnessDeathTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "Theory")]
    public void V6_ConstantHazards_HaveTheMediansAndTheMilestone()
    {
        // The share alive at the exact median is one half: without the small bias of an estimated median.
        (string Arm, double PfsMedian, double OsMedian, double Os12)[] expected =
        [
            ("a", 4.6209812, 9.6118649, 0.40406179),
            ("b", 4.9510513, 12.057383, 0.50212962),
            ("c", 0.86643398, 1.7716923, 0.00176487),
            ("d", 1.1950813, 2.0932688, 0.00668531),
            ("e", 7.0014867, 14.977281, 0.59454040),
            ("f", 9.9021026, 19.848334, 0.67035099),
        ];
        string milestones = string.Concat(expected.Select(one => FormattableString.Invariant(
            $"    pfs_{one.Arm}: {{endpoint: pfs, method: milestone, time: {one.PfsMedian}mo, arms: [{one.Arm}]}}\n    os_{one.Arm}: {{endpoint: os, method: milestone, time: {one.OsMedian}mo, arms: [{one.Arm}]}}\n")));
        string yaml = ScenarioFile.Text("validation/illness-death.yaml").With("  analyses:\n", $"  analyses:\n{milestones}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 3_000);

        foreach ((string arm, _, _, double os12) in expected)
        {
            _agreement.Mean($"V6 {arm}, free of progression at its median", trial.Of("final", $"pfs_{arm}", Measures.MilestoneSurvival), Expected.Exact(0.5));
            _agreement.Mean($"V6 {arm}, alive at its median", trial.Of("final", $"os_{arm}", Measures.MilestoneSurvival), Expected.Exact(0.5));
            _agreement.Mean($"V6 {arm}, alive at 12", trial.Of("final", "os_12mo", arm, Measures.MilestoneSurvival), Expected.Exact(os12));
        }
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData(0.10, 0.05, 0.12, 12.222222222, 0.64699664)]
    [InlineData(0.30, 0.28, 0.50, 2.7586206897, 0.70151692)]
    [InlineData(0.040, 0.030, 0.047, 26.443768997, 0.59646783)]
    public void V6_ConstantHazards_HaveTheCorrelationAndTheMean(double progression, double before, double after, double mean, double correlation)
    {
        string yaml = OnePatient(FormattableString.Invariant($$$"""
                progression: {hazard: {per_month: {{{progression}}} }}
                death: {before: {per_month: {{{before}}} }, since: progression, hazard: {per_month: {{{after}}} }}
            """));
        PatientRecord[] patients = SimulatedTrial.Patients(yaml, 100_000);
        double[] pfs = [.. patients.Select(patient => Math.Min(patient.EventDays[0].Value, patient.EventDays[1].Value) / DaysPer.Month)];
        double[] os = [.. patients.Select(patient => patient.EventDays[1].Value / DaysPer.Month)];

        _agreement.Mean($"V6 {progression}: mean survival", os, Expected.Exact(mean));
        (double got, double error) = Correlation(pfs, os);
        _agreement.Mean($"V6 {progression}: correlation", got, error, Expected.Exact(correlation));
    }

    [Fact, Trait("Source", "Theory")]
    public void SemiMarkov_ClockOfItsOwnAfterProgression_HasTheIntegral()
    {
        // Progression Weibull (1.2, median 6); death .01 a month before it, Weibull (1.8, median 8) since it.
        SimulatedTrial trial = SimulatedTrial.Run(Milestones("""
                progression: {hazard: {family: weibull, shape: 1.2, median: 6mo}}
                death: {before: {per_month: 0.01}, since: progression, hazard: {family: weibull, shape: 1.8, median: 8mo}}
            """, ""), 2_000);

        AliveAt("own clock", trial, 0.89109684, 0.61733641, 0.13959099);
    }

    [Fact, Trait("Source", "Theory")]
    public void SemiMarkov_EffectByTimeSinceRandomisation_HasTheIntegral()
    {
        // The clock of death starts at progression, that of the effect at randomisation.
        SimulatedTrial trial = SimulatedTrial.Run(Milestones("""
                progression: {hazard: {family: weibull, shape: 1.2, median: 6mo}}
                death: {before: {per_month: 0.01}, since: progression, hazard: {family: weibull, shape: 1.8, median: 8mo}}
            """, """
              effects:
                - {on: death, hazard_ratio: 0.5, from: 8mo}
            """), 2_000);

        AliveAt("two clocks", trial, 0.89109684, 0.70449832, 0.28251412);
    }

    [Fact, Trait("Source", "Theory")]
    public void HadProgression_HazardOfDeathTripledOnTheOldClock_HasTheIntegral()
    {
        SimulatedTrial trial = SimulatedTrial.Run(Milestones("""
                progression: {hazard: {per_month: 0.07}}
                death: {hazard: {family: weibull, shape: 1.6, scale: 30mo}}
            """, """
              effects:
                - {on: death, hazard_ratio: 3, while: {had: progression}}
            """), 2_000);

        AliveAt("old clock", trial, 0.89698121, 0.67449532, 0.24561905);
    }

    [Fact, Trait("Source", "Theory")]
    public void CompetingDeath_TimeToProgression_IsCensoredAtDeath()
    {
        // Progression .05 and death .02 a month. Kaplan–Meier of progression censors at death: exp(−.05·12) at 12 months, the naive curve of V8;
        // who counts both has exp(−.07·12). The share that has progressed is .05/.07·(1 − exp(−.84)).
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: competing-death
            design:
              patients: 500
              arms: {one: {}}
              max_follow_up: 12mo
              endpoints:
                ttp: {events: [progression]}
                pfs: {events: [progression, death]}
              looks:
                final: {when: {follow_up_of_last_patient: 12mo}}
              analyses:
                ttp: {endpoint: ttp, method: milestone, time: 12mo}
                pfs: {endpoint: pfs, method: milestone, time: 12mo}
            truth:
              accrual: {duration: 6mo}
              events:
                progression: {hazard: {per_month: 0.05}}
                death: {hazard: {per_month: 0.02}}
            run: {seed: 7}
            """, 2_000);

        _agreement.Mean("competing: progressed of 500", trial.Of("final", "", "one", Measures.Events), Expected.Exact(500 * 0.40592105));
        _agreement.Mean("competing: neither at 12", trial.Of("final", "pfs", Measures.MilestoneSurvival), Expected.Exact(Math.Exp(-0.84)));
        _agreement.Mean("competing: free of progression at 12", trial.Of("final", "ttp", Measures.MilestoneSurvival), Expected.Exact(1 - 0.45118836));
    }

    private static string OnePatient(string events) => $$$"""
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
        {{{events}}}
        run: {seed: 20261121}
        """;

    private static string Milestones(string events, string effects) => $$$"""
        trialsim: 1
        name: milestones
        design:
          patients: 500
          arms: {one: {}}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {follow_up_of_last_patient: 24mo}}
          analyses:
            at_6: {endpoint: os, method: milestone, time: 6mo}
            at_12: {endpoint: os, method: milestone, time: 12mo}
            at_24: {endpoint: os, method: milestone, time: 24mo}
        truth:
          accrual: {duration: 6mo}
          events:
        {{{events}}}
        {{{effects}}}
        run: {seed: 20261121}
        """;

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

    private void AliveAt(string what, SimulatedTrial trial, double at6, double at12, double at24)
    {
        _agreement.Mean($"{what}: alive at 6", trial.Of("final", "at_6", Measures.MilestoneSurvival), Expected.Exact(at6));
        _agreement.Mean($"{what}: alive at 12", trial.Of("final", "at_12", Measures.MilestoneSurvival), Expected.Exact(at12));
        _agreement.Mean($"{what}: alive at 24", trial.Of("final", "at_24", Measures.MilestoneSurvival), Expected.Exact(at24));
    }
}
