using TrialSim.Engine.Analyses;
using TrialSim.Results.Tables;

namespace TrialSim.Validation.Tests.Studies;

/// <summary>The flagship with its protocol written out: <c>three-arm-tace</c>, scenario F5. Its deaths and power are in <see cref="Designs.ShippedScenarioTests"/>.</summary>
public sealed class ThreeArmTaceTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // Two tests against one control of the same size, each at two-sided 5 %, correlation ½: 1 − P(|Z₁| < 1.96, |Z₂| < 1.96) = .0907; Dunnett's 2.2121 instead of 1.96 makes it 5 %.
    // Asymptotic: the actual level of a log-rank test with 100 deaths an arm is a little above its nominal one.
    [Fact, Trait("Source", "Theory")]
    public void OverallSurvival_WithoutAnyEffect_OneOfTwoTestsErrsInNinePercentAndDunnettsInFive()
    {
        string yaml = WithFamily("dunnett").With("hazard_ratio: 0.62,", "hazard_ratio: 1,").With("hazard_ratio: 0.95,", "hazard_ratio: 1,");
        HashSet<long> uncorrected = [];
        HashSet<long> byDunnett = [];
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 2_000, record =>
        {
            if (record.Names.Analysis is "os_rfa" or "os_sorafenib")
            {
                Note(uncorrected, record, Math.Abs(record.Row.Z) > 1.959964);
                Note(byDunnett, record, record.Row.Verdict == Verdict.Rejected);
            }
        });

        _agreement.Share("F5 family-wise error", uncorrected.Count, trial.Replicates, new Expected(0.0907, 0, 0.008));
        _agreement.Share("F5 family-wise error, Dunnett", byDunnett.Count, trial.Replicates, new Expected(0.05, 0, 0.006));
    }

    // scenarios.md, F5: RFA against TACE with Dunnett .82, and less with Bonferroni's 2.2414, on the same trials.
    [Fact, Trait("Source", "Published")]
    public void OverallSurvival_ByDunnett_FindsRfaInEightyTwoPercent()
    {
        HashSet<long> byBonferroni = [];
        SimulatedTrial dunnett = SimulatedTrial.Run(
            WithFamily("dunnett"), 2_000, record => Note(byBonferroni, record, record.Names.Analysis == "os_rfa" && Math.Abs(record.Row.Z) > 2.241403));

        _agreement.Share("F5 power, Dunnett", dunnett.Rejections("final", "os_rfa"), dunnett.Replicates, new Expected(0.82, 0, 0.01));
        Assert.True(byBonferroni.Count < dunnett.Rejections("final", "os_rfa"));
    }

    private static string WithFamily(string method) => ScenarioFile.Text("three-arm-tace.yaml")
        .With("testing: {two_sided_alpha: 0.05}", $"testing: {{two_sided_alpha: 0.05, family: {{method: {method}, analyses: [os_rfa, os_sorafenib]}}}}");

    private static void Note(HashSet<long> rejecting, ReplicateRecord record, bool isRejected)
    {
        if (isRejected)
        {
            rejecting.Add(record.Replicate);
        }
    }
}
