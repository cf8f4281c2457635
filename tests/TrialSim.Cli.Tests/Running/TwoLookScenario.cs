namespace TrialSim.Cli.Tests.Running;

/// <summary>A trial with a look that may stop it, which runs fast.</summary>
internal static class TwoLookScenario
{
    public const string Yaml =
        """
        trialsim: 1
        name: two-looks
        design:
          patients: 100
          arms: {control: {role: control}, treated: {}}
          endpoints: {os: {events: [death]}}
          looks:
            interim: {when: {events: {endpoint: os, count: 35}}, decided_after: 1mo}
            final: {when: {events: {endpoint: os, count: 70}}}
          analyses:
            os_test: {endpoint: os, method: log_rank}
            os_hr: {endpoint: os, method: cox}
          testing:
            one_sided_alpha: 0.025
            sequential:
              os_test: {efficacy: {spending: obrien_fleming}, futility: {z: [0.5]}, hazard_ratio: 0.5}
        truth:
          accrual: {duration: 24mo}
          events: {death: {hazard: {median: 12mo}}}
          effects:
            - {on: death, hazard_ratio: 0.5, while: {arm: treated}}
        run: {seed: 5, replicates: 400}

        """;
}
