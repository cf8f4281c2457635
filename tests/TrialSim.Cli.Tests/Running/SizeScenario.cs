namespace TrialSim.Cli.Tests.Running;

/// <summary>A scenario that answers how many patients fast: two arms, exponential survival, a hazard ratio of .5, a year of accrual and a year of follow-up.</summary>
internal static class SizeScenario
{
    public const string Yaml =
        """
        trialsim: 1
        name: how-many
        design:
          patients: 60
          arms:
            control: {role: control}
            treated: {}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {follow_up_of_last_patient: 12mo}}
          analyses:
            os_test: {endpoint: os, method: log_rank}
            os_hr: {endpoint: os, method: cox}
        truth:
          accrual: {duration: 12mo}
          events:
            death: {hazard: {median: 8mo}}
          effects:
            - {on: death, hazard_ratio: 0.5, while: {arm: treated}}
        run: {seed: 7, replicates: 200}

        """;

    /// <summary>Response rates of .60 against .85, known at once.</summary>
    public const string Responses =
        """
        trialsim: 1
        name: responses
        design:
          patients: 80
          arms:
            tace_rfa: {role: control}
            tace_rfa_sorafenib: {}
          visits:
            assessment: {at: 4w}
          endpoints:
            response: {kind: binary, best: {response: [R]}}
          looks:
            final: {when: {follow_up_of_last_patient: 3mo}}
          analyses:
            response_test: {endpoint: response, method: chi_square}
        truth:
          accrual: {duration: 27mo}
          states:
            response:
              levels: [R, S]
              seen_at: assessment
              changes:
                - {at: randomisation, if: {arm: tace_rfa}, becomes: {R: 0.6, S: 0.4}}
                - {at: randomisation, becomes: {R: 0.85, S: 0.15}}
          events:
            death: {hazard: none}
        run: {seed: 7, replicates: 200}

        """;
}
