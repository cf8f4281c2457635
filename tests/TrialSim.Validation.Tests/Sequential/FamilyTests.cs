namespace TrialSim.Validation.Tests.Sequential;

/// <summary>Families of two comparisons over two looks, against simulations of normal statistics in R with 2,000,000 trials each. <c>TRIALSIM_CAMPAIGN=100000</c> runs them in full.</summary>
public sealed class FamilyTests(ITestOutputHelper output)
{
    private const long RTrials = 2_000_000;

    private readonly Agreement _agreement = new(output);

    // Stage means 0.1·√75 and 0.2·√75, then √112.5: the arm that is kept has half of the later patients. Statistics of one score are t with 298 and 748 degrees of freedom.
    [Theory, Trait("Source", "Independent")]
    [InlineData("0.1", "0.2", 0.6783695, 0.07841, 0.6082455)]
    [InlineData("0.0", "0.0", 0.025085, 0.0126675, 0.0125965)]
    public void ClosedTest_KeepingTheBetterArm_HoldsTheErrorOfTheFamily(string low, string high, double any, double ofLow, double ofHigh) =>
        AssertRejections(With(ScenarioFile.Text("validation/closed-test.yaml"), low, high), any, ofLow, ofHigh);

    [Fact, Trait("Source", "Independent")]
    public void ClosedTest_KeepingBothArms_IsLessOftenConsonant() =>
        AssertRejections(With(AllArms(ScenarioFile.Text("validation/closed-test.yaml")), "0.0", "0.0"), 0.02154, 0.012868, 0.01278);

    [Theory, Trait("Source", "Independent")]
    [InlineData("0.1", "0.2", 0.6024285, 0.2119375, 0.5900445)]
    [InlineData("0.0", "0.0", 0.0232405, 0.013463, 0.0135095)]
    public void Holm_OverTwoLooks_PassesAlphaOnToTheBoundsOfTheOther(string low, string high, double any, double ofLow, double ofHigh)
    {
        string yaml = AllArms(ScenarioFile.Text("validation/closed-test.yaml"))
            .With("method: closed_test, analyses: [low_test, high_test], intersection: dunnett", "method: holm, analyses: [low_test, high_test]")
            .Replace("combination: inverse_normal", "combination: all_data", StringComparison.Ordinal);

        AssertRejections(With(yaml, low, high), any, ofLow, ofHigh);
    }

    private static string With(string yaml, string low, string high) =>
        yaml.With("{if: {arm: low}, values: [{at: 0d, mean: 0.1,", $"{{if: {{arm: low}}, values: [{{at: 0d, mean: {low},")
            .With("{if: {arm: high}, values: [{at: 0d, mean: 0.2,", $"{{if: {{arm: high}}, values: [{{at: 0d, mean: {high},");

    private static string AllArms(string yaml) =>
        yaml.With("  decisions:\n    keep_the_better: {at: selection, then: {keep_best: {analyses: [low_test, high_test], count: 1}}}\n", "  decisions: none\n");

    private void AssertRejections(string yaml, double any, double ofLow, double ofHigh)
    {
        DecidedTrials trials = DecidedTrials.Run(yaml, 4_000);
        long count = trials.All.Count;

        // Of the t distributions and of patients who arrive while the look is taken, .002.
        _agreement.Share("any", trials.Count(trial => trial.RejectedAt.Any(look => look >= 0)), count, Near(any));
        _agreement.Share("low", trials.Rejections("low_test"), count, Near(ofLow));
        _agreement.Share("high", trials.Rejections("high_test"), count, Near(ofHigh));
    }

    private static Expected Near(double share) => Expected.SimulatedShare(share, RTrials) with { Rounding = 0.002 };
}
