namespace TrialSim.Tests;

/// <summary>A scenario that runs fast, and its parts for tests that break one of them.</summary>
internal static class SmallScenario
{
    /// <summary>Its file.</summary>
    public const string Yaml =
        """
        trialsim: 1
        name: small
        design:
          patients: 20
          arms:
            control: {role: control}
            treated: {}
          allocation: {method: permuted_block, ratio: {control: 1, treated: 1}}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {follow_up_of_last_patient: 12mo}}
          analyses:
            os_test: {endpoint: os, method: log_rank}
            os_median: {endpoint: os, method: kaplan_meier_median}
        truth:
          accrual: {duration: 6mo}
          covariates:
            stage: {B: 0.7, C: 0.3}
          events:
            death: {hazard: {median: 10mo}}
          effects:
            - {on: death, hazard_ratio: 0.5, while: {arm: treated}}
            - {on: death, hazard_ratio: 1.5, while: {covariate: {stage: C}}}
        run: {seed: 7, replicates: 200}

        """;

    /// <summary>The scenario with one piece of its text replaced; the piece must be there.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string With(string piece, string replacement) => Yaml.Contains(piece, StringComparison.Ordinal)
        ? Yaml.Replace(piece, replacement, StringComparison.Ordinal)
        : throw new ArgumentException($"The small scenario has no '{piece}'.", nameof(piece));
}
