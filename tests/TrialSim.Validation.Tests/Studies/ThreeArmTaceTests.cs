using TrialSim.Engine.Analyses;
using TrialSim.Results.Tables;

namespace TrialSim.Validation.Tests.Studies;

/// <summary>The flagship with its protocol written out: <c>three-arm-tace</c>, scenario F5. Its deaths and power are in <see cref="Designs.ShippedScenarioTests"/>.</summary>
public sealed class ThreeArmTaceTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // Two tests against one control of the same size, each at two-sided 5 %, correlation ½: 1 − P(|Z₁| < 1.96, |Z₂| < 1.96) = .0907.
    [Fact, Trait("Source", "Theory")]
    public void OverallSurvival_WithoutAnyEffect_OneOfTwoTestsRejectsInNinePercent()
    {
        string yaml = ScenarioFile.Text("three-arm-tace.yaml").With("hazard_ratio: 0.62,", "hazard_ratio: 1,").With("hazard_ratio: 0.95,", "hazard_ratio: 1,");
        HashSet<long> rejecting = [];
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 2_000, record => Note(rejecting, record));

        // Asymptotic: the actual level of a log-rank test with 100 deaths an arm is a little above its nominal one.
        _agreement.Share("F5 family-wise error", rejecting.Count, trial.Replicates, new Expected(0.0907, 0, 0.008));
    }

    // Dunnett's 2.2121 instead of 1.96 for both tests makes it 5 %, and equal parts of alpha (2.2414) a little less.
    [Fact, Trait("Source", "Theory")]
    public void OverallSurvival_ByDunnettWithoutAnyEffect_TheFamilyErrsInFivePercent()
    {
        string yaml = WithFamily("dunnett").With("hazard_ratio: 0.62,", "hazard_ratio: 1,").With("hazard_ratio: 0.95,", "hazard_ratio: 1,");
        HashSet<long> rejecting = [];
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 2_000, record => Note(rejecting, record));

        _agreement.Share("F5 family-wise error, Dunnett", rejecting.Count, trial.Replicates, new Expected(0.05, 0, 0.006));
    }

    // scenarios.md, F5: RFA against TACE with Dunnett .82, and less with Bonferroni, on the same trials.
    [Fact, Trait("Source", "Published")]
    public void OverallSurvival_ByDunnett_FindsRfaInEightyTwoPercent()
    {
        SimulatedTrial dunnett = SimulatedTrial.Run(WithFamily("dunnett"), 2_000);
        SimulatedTrial bonferroni = SimulatedTrial.Run(WithFamily("bonferroni"), 2_000);

        _agreement.Share("F5 power, Dunnett", dunnett.Rejections("final", "os_rfa"), dunnett.Replicates, new Expected(0.82, 0, 0.01));
        Assert.True(bonferroni.Rejections("final", "os_rfa") < dunnett.Rejections("final", "os_rfa"));
    }

    private static string WithFamily(string method) => ScenarioFile.Text("three-arm-tace.yaml")
        .With("testing: {two_sided_alpha: 0.05}", $"testing: {{two_sided_alpha: 0.05, family: {{method: {method}, analyses: [os_rfa, os_sorafenib]}}}}");

    private static void Note(HashSet<long> rejecting, ReplicateRecord record)
    {
        if (record.Row.Verdict == Verdict.Rejected && record.Names.Analysis is "os_rfa" or "os_sorafenib")
        {
            rejecting.Add(record.Replicate);
        }
    }
}
