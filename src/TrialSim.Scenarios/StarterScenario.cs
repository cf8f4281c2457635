namespace TrialSim.Scenarios;

/// <summary>The scenario that <c>trialsim init</c> writes: two arms, with a comment beside everything a beginner wants to change.</summary>
public static class StarterScenario
{
    /// <summary>A valid scenario file, commented.</summary>
    public const string Yaml =
        """
        trialsim: 1                      # version of the language; always the first key
        name: my-trial                   # the results go into a folder of this name
        description: Does the new treatment prolong survival? Look at the power and at the medians as they will be seen.

        design:                          # what the protocol decides
          patients: 300
          arms:
            control: {role: control}
            treated: {}                  # role: experimental
          allocation: {method: permuted_block, ratio: {control: 1, treated: 1}}
          endpoints:
            os:  {events: [death]}       # overall survival
            pfs: {events: [progression, death]}    # whichever comes first
          looks:
            final: {when: {events: {endpoint: os, count: 220}}}
            # Or at a fixed time:        final: {when: {follow_up_of_last_patient: 24mo}}
          analyses:
            os_test:   {endpoint: os, method: log_rank}
            os_hr:     {endpoint: os, method: cox}
            os_median: {endpoint: os, method: kaplan_meier_median}
            os_1y:     {endpoint: os, method: milestone, time: 12mo}
            pfs_test:  {endpoint: pfs, method: log_rank}
          testing: {two_sided_alpha: 0.05}

        truth:                           # what nature and the sites do; no analysis knows it
          accrual: {duration: 24mo}      # or {rate: {per_month: 12}}
          covariates:
            stage: {B: 0.7, C: 0.3}      # levels with their probabilities
          events:
            progression: {hazard: {median: 7mo}}
            death: {hazard: {median: 16mo}}
          effects:                       # the only way anything changes a hazard
            - {on: progression, hazard_ratio: 0.7, while: {arm: treated}}
            - {on: death, hazard_ratio: 0.7, while: {arm: treated}}
            - {on: [progression, death], hazard_ratio: 1.6, while: {covariate: {stage: C}}}
          loss_to_follow_up: {probability: 0.05, by: 12mo}

        run: {seed: 20261121, replicates: 10000}

        """;
}
