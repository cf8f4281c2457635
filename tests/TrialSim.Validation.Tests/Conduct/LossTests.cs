using TrialSim.Results;

namespace TrialSim.Validation.Tests.Conduct;

/// <summary>F12: loss that is independent of what is to come, and loss that foretells it.</summary>
public sealed class LossTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // P(event by t) = λ/(λ+η) (1 − e^(−(λ+η)t)), its mean over t from 28 to 48 months; the geometric mean of the hazard ratio stays near .7 (a log mean of Cox estimates has a bias of order 1/events).
    [Theory, Trait("Source", "Theory")]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.3)]
    public void IndependentLoss_Share_GivesTheEventsAndNoBias(double share)
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("demo-loss-to-follow-up.yaml").With("probability: 0.1", $"probability: {share}"), 6_000);

        _agreement.Mean($"F12 deaths, control, {share}", trial.Of("final", "", "control", Measures.Events), Expected.Exact(Events(1.0, share)));
        _agreement.Mean($"F12 deaths, experimental, {share}", trial.Of("final", "", "experimental", Measures.Events), Expected.Exact(Events(0.7, share)));
        Assert.InRange(trial.Of("final", "os_hr", Measures.HazardRatio).Value!.Value, 0.69, 0.71);
    }

    // A fifth of the deaths of one arm is never seen. In that arm the hazard seen is near four fifths of the true one, and a little more because its lost patients leave before they would have
    // died: .7 × .8 = .56 is where the ratio is going. In both arms alike it is right again.
    [Theory, Trait("Source", "Theory")]
    [InlineData("if: {arm: experimental}", 1.0, 0.8, 0.55, 0.60)]
    [InlineData("if: {arm: control}", 0.8, 1.0, 0.82, 0.88)]
    [InlineData("if: always", 0.8, 0.8, 0.68, 0.72)]
    public void InformativeLoss_OfAnArm_HidesItsDeathsAndMovesTheRatio(string condition, double control, double experimental, double least, double most)
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("demo-loss-to-follow-up-informative.yaml").With("if: {arm: experimental}", condition), 6_000);

        _agreement.Mean("F12 deaths, control", trial.Of("final", "", "control", Measures.Events), Expected.Exact(control * Events(1.0, 0.0)));
        _agreement.Mean("F12 deaths, experimental", trial.Of("final", "", "experimental", Measures.Events), Expected.Exact(experimental * Events(0.7, 0.0)));
        Assert.InRange(trial.Of("final", "os_hr", Measures.HazardRatio).Value!.Value, least, most);
    }

    private static double Events(double hazardRatio, double share)
    {
        double death = hazardRatio * Math.Log(2) / 16;
        double sum = death - (Math.Log(1 - share) / 12);
        return 150 * death / sum * (1 - ((Math.Exp(-28 * sum) - Math.Exp(-48 * sum)) / (20 * sum)));
    }
}
