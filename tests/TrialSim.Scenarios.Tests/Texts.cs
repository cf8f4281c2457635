using Xunit;

namespace TrialSim.Scenarios.Tests;

/// <summary>Scenario texts and changes to them.</summary>
internal static class Texts
{
    /// <summary>The smallest scenario of two arms: everything else is default.</summary>
    public const string TwoArms =
        """
        trialsim: 1
        name: two-arms
        design:
          patients: 107
          arms:
            control: {role: control}
            treated: {}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {follow_up_of_last_patient: 24mo}}
          analyses:
            os_test: {endpoint: os, method: log_rank}
        truth:
          accrual: {duration: 27mo}
          events:
            death: {hazard: {by_arm: {control: {median: 16mo}, treated: {median: 20mo}}}}
        """;

    /// <summary>Three arms, covariates of every kind, progression and death, effects: most of the language.</summary>
    public const string ThreeArms =
        """
        trialsim: 1
        name: three-arms
        description: "Which arm should be kept? 100 %: \"all\""
        design:
          patients: 450
          arms: {tace: {role: control}, tace_rfa: {}, tace_sorafenib: {role: experimental}}
          allocation: {method: permuted_block, ratio: {tace: 1, tace_rfa: 1, tace_sorafenib: 1}, block_sizes: [3, 6], strata: [bclc]}
          max_follow_up: 60mo
          endpoints:
            os: {kind: time_to_event, events: [death]}
            pfs: {events: [progression, death]}
          looks:
            interim: {when: {any: [{trial_time: 51mo}, {patients_randomised: 200}]}}
            final: {when: {all: [{events: {endpoint: os, count: 247, arms: [tace, tace_rfa]}}, {follow_up_of_last_patient: 24mo}]}}
          analyses:
            os_rfa: {endpoint: os, method: log_rank, compare: [tace_rfa, tace], at: [final], strata: [bclc]}
            os_sor: {endpoint: os, method: cox, compare: [tace_sorafenib, tace], confidence: 0.9, at: final}
            os_median: {endpoint: os, method: kaplan_meier_median, arms: [tace], interval: log_log}
            pfs_12mo: {endpoint: pfs, method: milestone, time: 12mo, compare: [tace_rfa, tace], interval: plain}
          testing: {one_sided_alpha: 0.025, family: {method: bonferroni, analyses: [os_rfa, os_sor]}}
        truth:
          accrual: {rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]}
          covariates:
            bclc: {B: 0.7, C: 0.3}
            cirrhosis: {probability: 0.897}
            age: {normal: {mean: 68, sd: 9, min: 18, max: 95}}
            afp: {log_normal: {median: 150, sigma: 1.5}}
          events:
            progression: {hazard: {median: 7mo}}
            death:
              hazard: {by_arm: {tace: {median: 16mo}, tace_rfa: {median: 20mo}, tace_sorafenib: {by_covariate: {bclc: {B: {median: 18mo}, C: none}}}}}
              since: progression
              before: {per_month: 0.01}
          effects:
            - {on: progression, hazard_ratio: 0.52, while: {arm: tace_rfa}, from: 3mo, until: 12mo}
            - {on: [progression, death], hazard_ratio: 2.0, while: {covariate: {bclc: C}}}
            - {on: death, hazard_ratio: 1.1, per: {covariate: age, increase: 10, from: 68}}
            - {on: death, hazard_ratio: 1.5, while: {all: [{had: progression}, {not: {covariate: {afp: {below: 200}}}}, {any: [{covariate: {cirrhosis: no}}, {arm: [tace, tace_rfa]}]}]}}
          loss_to_follow_up: {probability: 0.05, by: 12mo}
        run: {seed: 7, replicates: 500}
        """;

    /// <summary>Hazard ratios that each simulated trial draws: one for two events, and one of a drug with doses.</summary>
    public const string DrawnEffects =
        """
        trialsim: 1
        name: drawn-effects
        design:
          patients: 60
          arms: {control: {role: control}, treated: {treatments: [sorafenib]}}
          treatments:
            sorafenib: {kind: drug, start: {within: 7d}, dose_mg_per_day: [800, 400], reduce_if: progression}
          endpoints: {os: {events: [death]}}
          looks: {final: {when: {trial_time: 24mo}}}
          analyses: {os_test: {endpoint: os, method: log_rank}}
        truth:
          accrual: {duration: 12mo}
          events: {progression: {hazard: {median: 7mo}}, death: {hazard: {median: 20mo}}}
          effects:
            - {on: death, hazard_ratio: 2, while: progression}
            - {on: [progression, death], hazard_ratio: {median: 0.7, log_sd: 0.2}, while: {arm: treated}}
            - {on: death, hazard_ratio: {median: 0.8, log_sd: 0.1}, while: {taking: sorafenib}, dose_exponent: 1}
        """;

    /// <summary>An endpoint and an analysis of every kind.</summary>
    public const string EveryEndpoint =
        """
        trialsim: 1
        name: every-endpoint
        design:
          patients: 60
          arms: {control: {role: control, treatments: [tace]}, treated: {treatments: [tace, sorafenib]}}
          treatments:
            tace: {kind: procedure, first: {within: 7d}}
            sorafenib: {kind: drug, start: {within: 7d}, dose_mg_per_day: [800, 400], reduce_if: {adverse_event: {grade: 3}}}
          visits: {scan: {at: 6w, then_every: 6w}, clinic: {at: 4w, then_every: 4w}}
          endpoints:
            liver: {events: [progression, death], causes: [liver], assessed_at: [scan, clinic], intercurrent_events: {sorafenib: while_on_treatment, rash: composite}}
            pps: {events: [death], since: progression}
            dor: {events: [progression, death], since: {state: {response: [CR, PR]}}}
            orr: {kind: binary, best: {response: [CR, PR]}, by: 12mo, intercurrent_events: {rash: hypothetical}}
            orr_2: {kind: binary, best: {response: CR}, at: {visit: scan, number: 2}, better: lower}
            toxicity: {kind: binary, adverse_events: {grade: 3, of: [rash]}}
            progressed: {kind: binary, events: [progression]}
            sessions: {kind: count, sessions_of: tace}
            intensity: {kind: continuous, dose_intensity_of: sorafenib}
            afp: {kind: continuous, marker: afp, at: {visit: clinic, number: 2}, change: absolute}
          looks: {final: {when: {trial_time: 24mo}}}
          analyses:
            incidence: {endpoint: liver, method: cumulative_incidence, time: 12mo, interval: log_log}
            pps_median: {endpoint: pps, method: kaplan_meier_median}
            naive: {endpoint: dor, method: log_rank, groups: {had: rash}}
            landmark: {endpoint: pps, method: cox, groups: {best: {response: [CR, PR]}, landmark: 2mo}, arms: treated}
            byar: {endpoint: pps, method: kaplan_meier_median, groups: {best: {response: CR}, time_dependent: true}}
            share: {endpoint: orr, method: proportion, interval: clopper_pearson}
            pearson: {endpoint: orr_2, method: chi_square, correction: yates}
            exact: {endpoint: toxicity, method: fisher}
            progressed_share: {endpoint: progressed, method: proportion}
            sessions_mean: {endpoint: sessions, method: mean}
            intensity_mean: {endpoint: intensity, method: mean, arms: treated}
            afp_t: {endpoint: afp, method: t_test, variances: pooled}
        truth:
          accrual: {duration: 12mo}
          markers: {afp: {measured_at: clinic, profiles: [{values: [{at: 0d, mean: 5, sd: 1}]}]}}
          states: {response: {levels: [CR, PR, SD], seen_at: scan, changes: {at: first tace, becomes: {CR: 0.2, PR: 0.2}}}}
          events:
            progression: {hazard: {median: 7mo}, seen_at: scan}
            rash: {hazard: {median: 7mo}, recurs: true, grades: {1: 0.5, 3: 0.5}, lasts: 2w..4w}
            death: {hazard: {median: 20mo}, causes: {other: 0.4, liver: 0.6}}
        """;

    /// <summary>Looks, bounds and decisions of every kind.</summary>
    public const string Adaptive =
        """
        trialsim: 1
        name: adaptive
        design:
          patients: 600
          arms: {control: {role: control}, low: {}, high: {}}
          allocation: {ratio: {control: 2, low: 1, high: 1}}
          endpoints:
            os: {events: [death]}
            marker: {kind: binary, events: [death], by: 3mo}
          looks:
            safety: {when: {followed_up: {patients: 60, for: 3mo}}}
            second: {when: {followed_up: {patients: 100, for: 3mo}}}
            interim: {when: {information: {of: final, fraction: 0.5}}, decided_after: 1mo}
            final: {when: {events: {endpoint: os, count: 241, arms: [low, control]}}}
          analyses:
            os_low: {endpoint: os, method: log_rank, compare: [low, control], at: [interim, final]}
            os_high: {endpoint: os, method: log_rank, compare: [high, control], at: [interim, final]}
            os_cox: {endpoint: os, method: cox, compare: [low, control]}
            os_median: {endpoint: os, method: kaplan_meier_median}
            early: {endpoint: marker, method: proportion, arms: high, at: [safety, second]}
          testing:
            one_sided_alpha: 0.025
            sequential:
              os_low:
                efficacy: {spending: kim_demets, rho: 3}
                futility: {hazard_ratio: [0.95]}
                binding: true
                hazard_ratio: 0.7
                combination: inverse_normal
              os_high: {efficacy: {shape: 0.25}, futility: {conditional_power: [0.1], assuming: trend}, information: [120, 240]}
              early: {two_stage: {first_limit: 5, limit: 12}}
          decisions:
            harm: {at: safety, if: {hazard_ratio: {analysis: os_cox, above: 1.5}}, then: {stop: harm}}
            short: {if: {any: [{estimate: {analysis: os_median, arm: low, below: 6mo}}, {not: {decided: harm}}]}, then: stop_accrual}
            drop_weak: {at: [interim], then: {drop_arms: {analyses: [os_low, os_high], z_below: 0}}}
            drop_high: {at: [interim], if: {futile: os_high}, then: {drop_arms: {arms: high}}}
            pick: {at: interim, then: {keep_best: {analyses: [os_low, os_high]}}}
            larger: {at: interim, then: {reestimate: {analysis: os_low, conditional_power: 0.9, zone: {from: 0.3}, max: 400}}}
            enrich: {at: interim, if: {all: [{z: {analysis: os_low, above: 0, below: 1}}, {events: {analysis: os_low, above: 100}}]}, then: {enrol_only: {stage: B}}}
            ratio: {at: interim, if: {conditional_power: {analysis: os_low, above: 0.8, assuming: plan}}, then: {allocate: {ratio: {control: 1, low: 2, high: 0}}}}
            blinded: {at: safety, then: {reestimate_blinded: {endpoint: marker, proportion: 0.3, max: 900}}}
            late: {at: final, if: {rejected: os_low}, then: {stop: efficacy}}
        truth:
          accrual: {rate: {per_month: 25}}
          covariates: {stage: {B: 0.7, C: 0.3}}
          events:
            death: {hazard: {by_covariate: {stage: {B: {median: 12mo}, C: {median: 9mo}}}}}
        """;

    /// <summary>A test of every kind: of one arm, against a margin, by what is believed.</summary>
    public const string EveryTest =
        """
        trialsim: 1
        name: every-test
        design:
          patients: 120
          arms: {control: {role: control, treatments: [tace]}, treated: {treatments: [tace]}}
          treatments: {tace: {kind: procedure, first: {within: 7d}, repeat: {every: 6w, max_sessions: 3}}}
          visits: {scan: {at: 6w, then_every: 6w}}
          endpoints:
            os: {events: [death]}
            orr: {kind: binary, best: {response: [CR, PR]}, by: 6mo}
            toxicity: {kind: binary, events: [toxic], by: 3mo, better: lower}
            sessions: {kind: count, sessions_of: tace}
          looks: {interim: {when: {trial_time: 12mo}}, final: {when: {trial_time: 24mo}}}
          analyses:
            response: {endpoint: orr, method: exact_binomial, arm: treated, null_probability: 0.3, followed_for: 9mo}
            one_arm: {endpoint: os, method: one_sample_log_rank, arm: treated, null_hazard: {family: weibull, shape: 1.2, median: 10mo}}
            ni_cox: {endpoint: os, method: cox, margin: 1.3}
            ni_log_rank: {endpoint: os, method: log_rank, margin: 1.3}
            ni_orr: {endpoint: orr, method: chi_square, margin: 0.1}
            ni_sessions: {endpoint: sessions, method: t_test, margin: 0.3}
            post: {endpoint: orr, method: posterior_probability, compare: [treated, control], control_prior: {alpha: 6, beta: 14}, threshold: 0.975}
            post_one: {endpoint: toxicity, method: posterior_probability, arm: treated, exceeds: 0.3, threshold: 0.95}
            post_ratio: {endpoint: os, method: posterior_probability, compare: [treated, control], prior: {events: 1, time: 15mo}, hazard_ratio_below: 0.9, threshold: 0.9}
            post_median: {endpoint: os, method: posterior_probability, arm: treated, prior: {events: 1, time: 15mo}, exceeds: 10mo, threshold: 0.9}
            pred: {endpoint: orr, method: predictive_probability, compare: [treated, control], patients_per_arm: 60, final_threshold: 0.975, threshold: 0.9}
            pred_ratio: {endpoint: os, method: predictive_probability, compare: [treated, control], prior: {events: 1, time: 15mo}, final_events: 80, final_threshold: 0.975, threshold: 0.9}
            pred_median: {endpoint: os, method: predictive_probability, arm: treated, prior: {events: 1, time: 15mo}, exceeds: 10mo, final_events: 40, final_threshold: 0.9, threshold: 0.9}
            pred_one: {endpoint: toxicity, method: predictive_probability, arm: treated, exceeds: 0.3, patients_per_arm: 60, final_threshold: 0.975, threshold: 0.9}
        truth:
          accrual: {duration: 12mo}
          states: {response: {levels: [CR, PR, SD], seen_at: scan, changes: {at: each tace, becomes: {CR: 0.1, PR: 0.2}}}}
          events:
            toxic: {hazard: {median: 7mo}, seen_at: scan}
            death: {hazard: {by_arm: {control: {median: 16mo}, treated: {median: 20mo}}}}
        """;

    /// <summary>Three arms whose comparisons share one alpha; two looks.</summary>
    public const string Family =
        """
        trialsim: 1
        name: family
        design:
          patients: 300
          arms: {control: {role: control}, low: {}, high: {}}
          endpoints: {os: {events: [death]}, orr: {kind: binary, events: [death], by: 6mo}}
          looks: {interim: {when: {trial_time: 18mo}}, final: {when: {trial_time: 36mo}}}
          analyses:
            os_low: {endpoint: os, method: log_rank, compare: [low, control], at: [final]}
            os_high: {endpoint: os, method: log_rank, compare: [high, control], at: [final]}
            orr_high: {endpoint: orr, method: chi_square, compare: [high, control], at: [final]}
            median: {endpoint: os, method: kaplan_meier_median}
            post: {endpoint: orr, method: posterior_probability, arm: high, exceeds: 0.3, threshold: 0.9}
          testing: {one_sided_alpha: 0.025, family: {method: holm, analyses: [os_low, os_high]}}
        truth:
          accrual: {duration: 12mo}
          events: {death: {hazard: {median: 16mo}}}
        """;

    /// <summary>A text with one passage, which must occur exactly once, replaced.</summary>
    public static string With(string text, string passage, string replacement)
    {
        int at = text.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.LastIndexOf(passage, StringComparison.Ordinal) == at, $"'{passage}' must occur once.");
        return text.Replace(passage, replacement, StringComparison.Ordinal);
    }
}
