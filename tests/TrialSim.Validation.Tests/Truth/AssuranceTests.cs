namespace TrialSim.Validation.Tests.Truth;

/// <summary>Power over trials whose truth is drawn.</summary>
public sealed class AssuranceTests(ITestOutputHelper output)
{
    private const string Yaml =
        """
        trialsim: 1
        name: assurance
        design:
          patients: 400
          arms: {control: {role: control}, treated: {}}
          endpoints: {os: {events: [death]}}
          looks: {final: {when: {events: {endpoint: os, count: 300}}}}
          analyses: {os_test: {endpoint: os, method: log_rank}}
          testing: {one_sided_alpha: 0.025}
        truth:
          accrual: {duration: 12mo}
          events: {death: {hazard: {median: 12mo}}}
          effects:
            - {on: death, hazard_ratio: {median: 0.7, log_sd: 0.2}, while: {arm: treated}}
        """;

    // V30: log hazard ratio normal around ln .7 with standard deviation .2, 300 events: assurance .71378142, where one hazard ratio of .7 gives a power of .87053666.
    // The formula takes information for D/4 at any hazard ratio, which costs the third digit.
    [Fact, Trait("Source", "Theory")]
    public void LogRank_HazardRatioDrawnForEachTrial_HasTheAssuranceOfTheFormula()
    {
        Agreement agreement = new(output);
        SimulatedTrial uncertain = SimulatedTrial.Run(Yaml, 10_000);
        SimulatedTrial certain = SimulatedTrial.Run(Yaml.With("{median: 0.7, log_sd: 0.2}", "0.7"), 5_000);

        agreement.Share("V30 assurance", uncertain.Rejections("final", "os_test"), uncertain.Replicates, Expected.Exact(0.71378142).RoundedTo(0.005));
        agreement.Share("V30 power", certain.Rejections("final", "os_test"), certain.Replicates, Expected.Exact(0.87053666).RoundedTo(0.005));
    }
}
