using TrialSim.Validation.Tests.Sequential;

namespace TrialSim.Validation.Tests.Analyses;

/// <summary>One arm against what is known, and a margin, by simulation against exact probabilities. <c>TRIALSIM_CAMPAIGN=100000</c> runs them in full.</summary>
public sealed class OneArmTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // 1 - pbinom(5, 25, p) and, from five responders on, 1 - pbinom(4, 25, p): V11 of the validation cases, by simulation.
    [Theory, Trait("Source", "Theory")]
    [InlineData("0.3", 0.80651203, 0.90952805)]
    [InlineData("0.1", 0.03339985, 0.09799362)]
    public void SingleStage_ExactAndByBelief_RejectsAsOftenAsTheBinomialSays(string response, double exact, double posterior)
    {
        string yaml = ScenarioFile.Text("validation/single-stage.yaml").With("{R: 0.3, S: 0.7}", $"{{R: {response}, S: {(response == "0.3" ? "0.7" : "0.9")}}}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, DecidedTrials.Replicates(10_000));

        _agreement.Share($"V11 exact at {response}", trial.Rejections("final", "exact"), trial.Replicates, Expected.Exact(exact));
        _agreement.Share($"V11 posterior at {response}", trial.Rejections("final", "posterior"), trial.Replicates, Expected.Exact(posterior));
    }

    // All 81 × 81 outcomes in R, each with Farrington and Manning's closed form: scenarios/validation/non-inferiority.yaml.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("0.6", "0.4", 0.02628674561)]
    [InlineData("0.7", "0.3", 0.28165890648)]
    [InlineData("0.8", "0.2", 0.83214938286)]
    public void NonInferiority_FarringtonAndManning_RejectsAsOftenAsEnumerated(string response, string rest, double expected)
    {
        string yaml = ScenarioFile.Text("validation/non-inferiority.yaml").With("first gentle_tace, becomes: {R: 0.7, S: 0.3}", $"first gentle_tace, becomes: {{R: {response}, S: {rest}}}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, DecidedTrials.Replicates(10_000));

        _agreement.Share($"V12 non-inferiority at {response}", trial.Rejections("final", "margin"), trial.Replicates, Expected.Exact(expected));
    }
}
