using TrialSim.Results;

namespace TrialSim.Validation.Tests.Truth;

/// <summary>Effects that depend on time or on covariates. Closed forms and integrals: Reference/exact.R; powers: Reference/simulate.R.</summary>
public sealed class EffectTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "Theory")]
    public void DelayedAndWaning_ShareAlive_IsTheClosedForm()
    {
        // V8: control median 12, hazard ratio .6 from month 4 on; and .5 from month 3 until month 15, nothing before and after.
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: delayed-and-waning
            design:
              patients: 600
              arms: {control: {role: control}, delayed: {}, waning: {}}
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {follow_up_of_last_patient: 30mo}}
              analyses:
                at_6: {endpoint: os, method: milestone, time: 6mo}
                at_12: {endpoint: os, method: milestone, time: 12mo}
                at_24: {endpoint: os, method: milestone, time: 24mo}
                at_30: {endpoint: os, method: milestone, time: 30mo}
            truth:
              accrual: {duration: 12mo}
              events:
                death: {hazard: {median: 12mo}}
              effects:
                - {on: death, hazard_ratio: 0.6, while: {arm: delayed}, from: 4mo}
                - {on: death, hazard_ratio: 0.5, while: {arm: waning}, from: 3mo, until: 15mo}
            """, 3_000);

        Alive(trial, "at_30", "control", Math.Pow(0.5, 2.5));
        Alive(trial, "at_30", "delayed", 0.32234258);
        Alive(trial, "at_6", "waning", 0.77110541);
        Alive(trial, "at_12", "waning", 0.64841978);
        Alive(trial, "at_24", "waning", 0.35355339);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void WaningToHarm_OnAWeibull_HasThePowerAndTheHazardRatio()
    {
        // "waning" in Reference/simulate.R, 80,000 replicates.
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: waning-to-harm
            design:
              patients: 240
              arms: {control: {role: control}, experimental: {}}
              allocation: {method: fixed_sizes, sizes: {control: 120, experimental: 120}}
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {trial_time: 26mo}}
              analyses:
                test: {endpoint: os, method: log_rank}
                hr: {endpoint: os, method: cox}
              testing: {two_sided_alpha: 0.05}
            truth:
              accrual: {duration: 8mo}
              events:
                death: {hazard: {family: weibull, shape: 1.3, median: 10mo}}
              effects:
                - {on: death, hazard_ratio: 0.5, while: {arm: experimental}, until: 6mo}
                - {on: death, hazard_ratio: 0.8, while: {arm: experimental}, from: 6mo, until: 15mo}
                - {on: death, hazard_ratio: 1.3, while: {arm: experimental}, from: 15mo}
            """, 20_000);

        _agreement.Share("waning to harm: power", trial.Rejections("final", "test"), trial.Replicates, Expected.SimulatedShare(0.375962, 80_000));
        _agreement.LogHazardRatio("waning to harm", trial.Of("final", "hr", Measures.HazardRatio), Expected.Simulated(-0.231818, 0.000504));
    }

    [Fact, Trait("Source", "Theory")]
    public void Slope_OnATruncatedNormalCovariate_HasTheMarginalSurvival()
    {
        SimulatedTrial trial = SimulatedTrial.Run(OneArm(
            "age: {normal: {mean: 62, sd: 9, min: 40, max: 80}}",
            "{median: 14mo}",
            "{on: death, hazard_ratio: 1.3, per: {covariate: age, increase: 10, from: 60}}"), 2_000);

        Alive(trial, "at_6", "one", 0.72946069);
        Alive(trial, "at_18", "one", 0.39341209);
    }

    [Fact, Trait("Source", "Theory")]
    public void Limit_OnATruncatedNormalCovariate_HasTheMarginalSurvival()
    {
        SimulatedTrial trial = SimulatedTrial.Run(OneArm(
            "age: {normal: {mean: 62, sd: 9, min: 40, max: 80}}",
            "{median: 14mo}",
            "{on: death, hazard_ratio: 2, while: {covariate: {age: {at_least: 70}}}}"), 2_000);

        Alive(trial, "at_12", "one", 0.51016280);
    }

    [Fact, Trait("Source", "Theory")]
    public void Slope_OnALogNormalCovariateAndAWeibull_HasTheMarginalSurvival()
    {
        SimulatedTrial trial = SimulatedTrial.Run(OneArm(
            "marker: {log_normal: {median: 200, sigma: 1.2, max: 2000}}",
            "{family: weibull, shape: 1.3, scale: 20mo}",
            "{on: death, hazard_ratio: 1.5, per: {covariate: marker, increase: 500, from: 200}}"), 2_000);

        Alive(trial, "at_6", "one", 0.78762663);
        Alive(trial, "at_18", "one", 0.38430490);
    }

    [Fact, Trait("Source", "Theory")]
    public void HazardRatio_OnACureMixture_IsAPowerOfTheCurve()
    {
        // (.3 + .7·½)^½ and (.3 + .7·¼)^½: an effect acts on the hazard of the whole arm, so it changes the share that is cured too.
        SimulatedTrial trial = SimulatedTrial.Run(OneArm(
            "age: {normal: {mean: 62, sd: 9}}",
            "{cured_probability: 0.3, uncured: {median: 6mo}}",
            "{on: death, hazard_ratio: 0.5}"), 2_000);

        Alive(trial, "at_6", "one", Math.Sqrt(0.65));
        Alive(trial, "at_12", "one", Math.Sqrt(0.475));
    }

    [Fact, Trait("Source", "Theory")]
    public void Conditions_NestedInOneAnother_HoldForTheRightPatients()
    {
        // Hazard ln2/14 a month, doubled unless (stage B and not frail) or grade low: 1 − (.6·.75 + .2 − .6·.75·.2) = .44 of the patients. By hand.
        SimulatedTrial trial = SimulatedTrial.Run(OneArm(
            """
            stage: {A: 0.1, B: 0.6, C: 0.3}
                frail: {probability: 0.25}
                grade: {low: 0.2, high: 0.8}
            """,
            "{median: 14mo}",
            """
            on: death
                  hazard_ratio: 2
                  while:
                    not:
                      any:
                        - {all: [{covariate: {stage: B}}, {not: {covariate: {frail: "yes"}}}]}
                        - {covariate: {grade: low}}
            """), 2_000);

        Alive(trial, "at_12", "one", (0.44 * Math.Pow(0.5, 24 / 14.0)) + (0.56 * Math.Pow(0.5, 12 / 14.0)));
    }

    private static string OneArm(string covariates, string hazard, string effect) => $$$"""
        trialsim: 1
        name: one-arm
        design:
          patients: 500
          arms: {one: {}}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {follow_up_of_last_patient: 18mo}}
          analyses:
            at_6: {endpoint: os, method: milestone, time: 6mo}
            at_12: {endpoint: os, method: milestone, time: 12mo}
            at_18: {endpoint: os, method: milestone, time: 18mo}
        truth:
          accrual: {duration: 6mo}
          covariates:
            {{{covariates}}}
          events:
            death: {hazard: {{{hazard}}} }
          effects:
            - {{{effect}}}
        run: {seed: 20261121}
        """;

    private void Alive(SimulatedTrial trial, string analysis, string arm, double expected) =>
        _agreement.Mean($"{arm}, alive {analysis}", trial.Of("final", analysis, arm, Measures.MilestoneSurvival), Expected.Exact(expected));
}
