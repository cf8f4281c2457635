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

    private static void Note(HashSet<long> rejecting, ReplicateRecord record)
    {
        if (record.Row.Verdict == Verdict.Rejected && record.Names.Analysis is "os_rfa" or "os_sorafenib")
        {
            rejecting.Add(record.Replicate);
        }
    }
}
