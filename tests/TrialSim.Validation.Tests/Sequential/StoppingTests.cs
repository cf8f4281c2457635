using TrialSim.Model.Decisions;

namespace TrialSim.Validation.Tests.Sequential;

/// <summary>Trials that really stop at their bounds, against other programs and against the densities of the statistics library.</summary>
public sealed class StoppingTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // An independent program, 1,000,000 replicates: the description of the scenario.
    [Fact, Trait("Source", "AgainstR")]
    public void BenchmarkD2_Stopping_HasItsSizeDurationAndPower()
    {
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/benchmark-d2.yaml"), 10_000, "os_test");

        _agreement.Share("D2 stopped at the first look", trials.Stops("interim", StopReason.Efficacy), trials.All.Count, Expected.SimulatedShare(0.24665, 1_000_000));
        _agreement.Share("D2 power with stopping", trials.Rejections("os_test"), trials.All.Count, Expected.Simulated(0.89675, 0.00030));
        _agreement.Mean("D2 months until the end", trials.Months(), Expected.Simulated(26.984, 0.005));
        _agreement.Mean("D2 deaths at the end", [.. trials.All.Select(trial => (double)trials.LastRowOf(trial, "interim", "final", "os_test").Events)], Expected.Simulated(289.302, 0.071));
        _agreement.Mean("D2 patients at the end", [.. trials.All.Select(trial => (double)trial.Outcome.Patients)], Expected.Simulated(569.34, 0.05));
    }

    // V13, by simulation: what each kind of bound spends by each look without an effect.
    [Theory, Trait("Source", "Theory")]
    [InlineData("{spending: obrien_fleming}")]
    [InlineData("{spending: pocock}")]
    [InlineData("{shape: obrien_fleming}")]
    [InlineData("{shape: pocock}")]
    [InlineData("{shape: 0.25}")]
    public void EfficacyBounds_NoEffect_SpendTheirErrorByEachLook(string efficacy)
    {
        string yaml = ScenarioFile.Text("validation/gsdesign-default.yaml")
            .With("{spending: hwang_shih_decani, gamma: -4}", efficacy)
            .With("        futility: {spending: hwang_shih_decani, gamma: -2, beta: 0.1}\n", "")
            .With("mean: 0.22352", "mean: 0");
        DecidedTrials trials = DecidedTrials.Run(yaml, 4_000);
        double[] spent = SimulatedTrial.Read(yaml).Design.Testing.Sequential[0].PlannedBounds().CumulativeError;

        long rejected = 0;
        foreach ((string look, double alpha) in new[] { "first", "second", "final" }.Zip(spent))
        {
            rejected += trials.Rejections("score_test", look);
            _agreement.Share($"{efficacy}, by {look}", rejected, trials.All.Count, Expected.Exact(alpha));
        }
    }

    // lrstat 0.3.3, 50,000 trials: V15 with real stops. Deaths at a look are what it waits for, so that their mean follows from the first look's share.
    [Fact, Trait("Source", "AgainstR")]
    public void AccrualInSteps_Stopping_HasThePowerAndTheDeaths()
    {
        string yaml = ScenarioFile.Text("validation/accrual-in-steps.yaml")
            .With("    accrued: {when: {patients_randomised: 1200}}\n", "")
            .With("{one_sided_alpha: 0.025}", "{one_sided_alpha: 0.025, sequential: {os_test: {efficacy: {z: [2.524189, 1.991560]}}}}");
        DecidedTrials trials = DecidedTrials.Run(yaml, 6_000, "os_test");

        Expected first = Expected.SimulatedShare(0.3998, 50_000);
        _agreement.Share("V15 first look", trials.Stops("interim", StopReason.Efficacy), trials.All.Count, first);
        _agreement.Share("V15 power", trials.Rejections("os_test"), trials.All.Count, Expected.SimulatedShare(0.7948, 50_000));
        _agreement.Mean(
            "V15 deaths",
            [.. trials.All.Select(trial => (double)trials.LastRowOf(trial, "interim", "final", "os_test").Events)],
            Expected.Simulated(351 - (120 * first.Value), 120 * first.StandardError));
    }

    // lrstat 0.3.3, 100,000 trials: V16, cumulative power by look.
    [Fact, Trait("Source", "AgainstR")]
    public void ThreeLooks_Stopping_HasTheCumulativePowerByLook()
    {
        DecidedTrials trials = DecidedTrials.Run(ScenarioFile.Text("validation/three-looks-delayed-effect.yaml"), 10_000);

        long rejected = 0;
        foreach ((string look, double power) in new[] { ("first", 0.00888), ("second", 0.65897), ("final", 0.89676) })
        {
            rejected += trials.Rejections("os_test", look);
            _agreement.Share($"V16 by {look}", rejected, trials.All.Count, Expected.SimulatedShare(power, 100_000));
        }
    }

    // V14 with a pooled t test, whose power is a little less than that of gsDesign's normal Z: Reference/simulate.R, whose 8,000,000 trials leave no error beside ours.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("mean: 0.22352", new[] { 0.137958, 0.440371, 0.321167 }, new[] { 0.014845, 0.029056 })]
    [InlineData("mean: 0", new[] { 0.001291, 0.004932, 0.017094 }, new[] { 0.405845, 0.428725 })]
    public void GsDesignDefault_Stopping_RejectsAndGivesUpAsOften(string mean, double[] rejects, double[] givesUp)
    {
        string yaml = ScenarioFile.Text("validation/gsdesign-default.yaml").Replace("mean: 0.22352", mean, StringComparison.Ordinal);
        DecidedTrials trials = DecidedTrials.Run(yaml, 6_000);

        foreach ((string look, double share) in new[] { "first", "second", "final" }.Zip(rejects))
        {
            _agreement.Share($"V14 {mean}: rejects at {look}", trials.Rejections("score_test", look), trials.All.Count, Expected.Exact(share));
        }

        foreach ((string look, double share) in new[] { "first", "second" }.Zip(givesUp))
        {
            _agreement.Share($"V14 {mean}: gives up at {look}", trials.Stops(look, StopReason.Futility), trials.All.Count, Expected.Exact(share));
        }
    }
}
