using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.NullHypotheses;

namespace TrialSim.Validation.Tests.Truth;

/// <summary>Type I error of shipped designs: their power where nothing that is on trial changes what is compared.</summary>
public sealed class NullTruthTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // Two comparisons with one control at two-sided 5 % each: with equal arms their Z correlate by 1/2, and 1 − P(both within ±1.96) = .0907 (exact asymptotically).
    [Fact, Trait("Source", "Theory")]
    public void ThreeArmTace_WithoutCorrection_HasTheFamilyWiseErrorOfTwoTests()
    {
        Trial trial = NullOf(ScenarioFile.Text("three-arm-tace.yaml"));
        int[] os = [Index(trial, "os_rfa"), Index(trial, "os_sorafenib")];
        int[] pfs = [Index(trial, "pfs_rfa"), Index(trial, "pfs_sorafenib")];
        long[] rejections = Count(trial, 3_000, rejected => rejected[os[0]], rejected => os.Any(test => rejected[test]), rejected => pfs.Any(test => rejected[test]));

        _agreement.Share("F5 os_rfa", rejections[0], 3_000, Expected.Exact(0.05).RoundedTo(0.004));
        _agreement.Share("F5 survival, family-wise", rejections[1], 3_000, Expected.Exact(0.0907).RoundedTo(0.004));
        _agreement.Share("F5 progression-free survival, family-wise", rejections[2], 3_000, Expected.Exact(0.0907).RoundedTo(0.004));
    }

    // Response, states and events that wait for each other: the null reaches survival through all of them.
    [Theory, Trait("Source", "Theory")]
    [InlineData("sorafenib-tace-rfa-trial-direct.yaml", "os_test")]
    [InlineData("sorafenib-tace-rfa-trial-mediated.yaml", "os_test", "pfs_test")]
    public void ShippedDesign_UnderTheNull_RejectsAtItsLevel(string file, params string[] analyses)
    {
        AssertLevels(NullOf(ScenarioFile.Text(file)), analyses);
    }

    [Fact, Trait("Source", "Theory")]
    public void IllnessAndDeath_UnderTheNull_RejectAtTheirLevel()
    {
        string yaml = ScenarioFile.Text("validation/illness-death.yaml").With("  analyses:\n", "  analyses:\n    os_test: {endpoint: os, method: log_rank, compare: [f, a]}\n");

        AssertLevels(NullOf(yaml), "os_test");
    }

    private void AssertLevels(Trial trial, params string[] analyses)
    {
        int[] tests = [.. analyses.Select(analysis => Index(trial, analysis))];
        long[] rejections = Count(trial, 6_000, [.. tests.Select(test => new Predicate<bool[]>(rejected => rejected[test]))]);
        foreach ((string analysis, long rejected) in analyses.Zip(rejections))
        {
            _agreement.Share($"{trial.Name}, {analysis}", rejected, 6_000, Expected.Exact(0.05).RoundedTo(0.006));
        }
    }

    // What rows show and what the null is made from is one thing.
    [Fact, Trait("Source", "Property")]
    public void ComparedArms_OfShippedDesigns_AreThoseOfTheirRows()
    {
        foreach (Trial trial in ScenarioFile.Shipped().Select(file => SimulatedTrial.Read(ScenarioFile.Text(file))))
        {
            foreach (RowKey row in new ResultLayout(trial.Design).Rows.Where(row => row.Control >= 0))
            {
                Assert.Contains(new Comparison(row.Arm, row.Control), ComparedArms.Of(trial.Design.Analyses[row.Analysis]));
            }
        }
    }

    private static Trial NullOf(string yaml)
    {
        Assert.True(NullTrial.TryDerive(SimulatedTrial.Read(yaml), out NullTrial derived, out string whyNot), whyNot);
        return derived.Trial;
    }

    private static int Index(Trial trial, string analysis) => trial.Design.Analyses.Select(one => one.Name).ToList().IndexOf(analysis);

    private static long[] Count(Trial trial, uint replicates, params Predicate<bool[]>[] events)
    {
        long[] counts = new long[events.Length];
        Campaign.Run(
            trial, trial.Run.Seed, new ReplicateRange(1, replicates), CurvePlan.None, Environment.ProcessorCount,
            batch =>
            {
                for (int index = 0; index < batch.Count; index++)
                {
                    bool[] rejected = [.. batch.RejectionLooksOf(index).ToArray().Select(look => look >= 0)];
                    for (int one = 0; one < events.Length; one++)
                    {
                        counts[one] += events[one](rejected) ? 1 : 0;
                    }
                }
            },
            CancellationToken.None);
        return counts;
    }
}
