using TrialSim.Results;

namespace TrialSim.Validation.Tests.Conduct;

/// <summary>When patients and looks come, and what is seen by then. Means by hand; the rest from Reference/exact.R and Reference/simulate.R.</summary>
public sealed class LookTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{duration: 16mo, pattern: uniform}", 16 * 50 / 201.0, 16 * 200 / 201.0)] // Order statistics of 200 uniforms.
    [InlineData("{rate: {per_month: 12.5}, pattern: poisson}", 50 / 12.5, 200 / 12.5)] // Gamma means.
    [InlineData("{rate: {per_month: 12.5}, pattern: even}", 49.5 / 12.5, 199.5 / 12.5)]
    [InlineData("{rate: [{from: 0mo, per_month: 5}, {from: 4mo, per_month: 0}, {from: 6mo, per_month: 30}], pattern: even}", 6 + (29.5 / 30), 6 + (179.5 / 30))]
    public void Accrual_FiftiethAndLastPatient_ComeInTheMeanAt(string accrual, double fiftieth, double last)
    {
        SimulatedTrial trial = SimulatedTrial.Run($$$"""
            trialsim: 1
            name: accrual
            design:
              patients: 200
              arms: {one: {}}
              endpoints:
                os: {events: [death]}
              looks:
                fiftieth: {when: {patients_randomised: 50}}
                last: {when: {patients_randomised: 200}}
              analyses:
                os: {endpoint: os, method: milestone, time: 1mo}
            truth:
              accrual: {{{accrual}}}
              events:
                death: {hazard: {median: 10mo}}
            run: {seed: 20261121}
            """, 10_000);

        // Even arrivals do not vary: what is left is rounding.
        _agreement.Mean($"{accrual}: 50th", trial.Of("fiftieth", "", Measures.LookTime), Expected.Exact(fiftieth).RoundedTo(1e-9));
        _agreement.Mean($"{accrual}: last", trial.Of("last", "", Measures.LookTime), Expected.Exact(last).RoundedTo(1e-9));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void Triggers_AnyAllAndOneArm_HaveTheTimes()
    {
        // "triggers" in Reference/simulate.R, 100,000 replicates.
        List<double> deaths = [];
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: triggers
            design:
              patients: 200
              arms: {control: {role: control}, experimental: {}}
              allocation: {method: fixed_sizes, sizes: {control: 100, experimental: 100}}
              endpoints:
                os: {events: [death]}
              looks:
                any: {when: {any: [{events: {endpoint: os, count: 80}}, {trial_time: 20mo}]}}
                all: {when: {all: [{events: {endpoint: os, count: 80}}, {trial_time: 20mo}]}}
                control: {when: {events: {endpoint: os, count: 50, arms: [control]}}}
              analyses:
                test: {endpoint: os, method: log_rank}
            truth:
              accrual: {duration: 16mo}
              events:
                death: {hazard: {median: 12mo}}
              effects:
                - {on: death, hazard_ratio: 0.75, while: {arm: experimental}}
              loss_to_follow_up: {hazard: {per_month: 0.01}}
            run: {seed: 20261121}
            """, 20_000, record =>
        {
            if (record.Names.Look == "any" && record.Names.Analysis == "test")
            {
                deaths.Add(record.Row.Events);
            }
        });

        _agreement.Mean("first of 80 deaths and month 20", trial.Of("any", "", Measures.LookTime), Expected.Simulated(19.146185, 0.002870));
        _agreement.Mean("both", trial.Of("all", "", Measures.LookTime), Expected.Simulated(20.307086, 0.002001));
        _agreement.Mean("50 deaths of the control", trial.Of("control", "", Measures.LookTime), Expected.Simulated(21.684257, 0.006605));
        _agreement.Mean("deaths at the first of both", deaths, Expected.Simulated(78.381190, 0.009800));
    }

    [Fact, Trait("Source", "Theory")]
    public void EvenAccrual_DeathsAtADate_AreTheSumOverThePatients()
    {
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: even-accrual
            design:
              patients: 48
              arms: {one: {}}
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {trial_time: 12mo}}
              analyses:
                os: {endpoint: os, method: milestone, time: 1mo}
            truth:
              accrual: {rate: {per_month: 6}, pattern: even}
              events:
                death: {hazard: {median: 7mo}}
            run: {seed: 20261121}
            """, 20_000);

        _agreement.Mean("even accrual: deaths at 12", trial.Of("final", "", "one", Measures.Events), Expected.Exact(25.69004100));
    }

    [Fact, Trait("Source", "Theory")]
    public void MaxFollowUpAndLoss_SharesDeadAndLost_AreTheClosedForm()
    {
        // λ/(λ+η)·(1 − exp(−(λ+η)·9)), and the same with λ and η exchanged; 8 % lost by 6 months, of those who do not die.
        const string Yaml = """
            trialsim: 1
            name: max-follow-up
            design:
              patients: 1
              arms: {one: {}}
              max_follow_up: 9mo
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {follow_up_of_last_patient: 30mo}}
              analyses:
                os: {endpoint: os, method: milestone, time: 1mo}
            truth:
              accrual: {duration: 1mo}
              events:
                death: {hazard: {median: 11mo}}
              loss_to_follow_up: {probability: 0.08, by: 6mo}
            run: {seed: 20261121}
            """;
        SimulatedTrial trial = SimulatedTrial.Run(Yaml.With("patients: 1\n", "patients: 500\n"), 2_000);
        _agreement.Mean("max follow-up: dead of 500", trial.Of("final", "", "one", Measures.Events), Expected.Exact(500 * 0.40926380));

        const int Patients = 200_000;
        const double End = 9 * Model.Time.DaysPer.Month;
        long lost = SimulatedTrial.Patients(Yaml, Patients).Count(patient => patient.LossDay.Value < Math.Min(patient.EventDays[0].Value, End));
        _agreement.Share("max follow-up: lost", lost, Patients, Expected.Exact(0.09025880));
    }

    [Fact, Trait("Source", "Theory")]
    public void EverythingAtOnce_ProgressionOrDeath_IsTheIntegral()
    {
        // 120 patients 2:1:1, 4 a month for 5 months and then 12; the integral over entry, loss and both hazards.
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: everything-at-once
            design:
              patients: 120
              arms: {control: {role: control}, better: {}, worse: {}}
              allocation: {method: fixed_sizes, sizes: {control: 60, better: 30, worse: 30}}
              endpoints:
                pfs: {events: [progression, death]}
              looks:
                final: {when: {trial_time: 20mo}}
              analyses:
                pfs: {endpoint: pfs, method: kaplan_meier_median}
            truth:
              accrual: {rate: [{from: 0mo, per_month: 4}, {from: 5mo, per_month: 12}], pattern: uniform}
              events:
                progression: {hazard: {family: weibull, shape: 1.3, median: 8mo}}
                death: {hazard: {family: gompertz, per_month: 0.01, shape_per_month: 0.05}}
              effects:
                - {on: [progression, death], hazard_ratio: 0.7, while: {arm: better}}
                - {on: [progression, death], hazard_ratio: 1.4, while: {arm: worse}}
              loss_to_follow_up: {hazard: {family: weibull, shape: 1.5, survival: {at: 12mo, probability: 0.9}}}
            run: {seed: 20261121}
            """, 20_000);

        foreach ((string arm, double events) in new[] { ("control", 41.10210803), ("better", 16.95968554), ("worse", 23.67024506) })
        {
            _agreement.Mean($"all at once: events, {arm}", trial.Of("final", "", arm, Measures.Events), Expected.Exact(events));
        }
    }
}
