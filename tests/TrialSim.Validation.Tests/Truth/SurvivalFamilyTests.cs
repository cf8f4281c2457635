using TrialSim.Results;

namespace TrialSim.Validation.Tests.Truth;

/// <summary>Every family of survival times from its YAML to the share alive. Closed forms: Reference/exact.R.</summary>
public sealed class SurvivalFamilyTests(ITestOutputHelper output)
{
    [Fact, Trait("Source", "Theory")]
    public void V8_Families_ShareAliveIsTheFormula()
    {
        Agreement agreement = new(output);
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/survival-families.yaml"), 5_000);

        (string Arm, double At6, double At18)[] expected =
        [
            ("weibull", 0.78265403, 0.27988046),
            ("cured", 0.65, 0.3875),
            ("gompertz", 0.81592172, 0.45347057),
            ("gompertz_falling", 0.56449435, 0.31834857),
            ("log_normal", 0.73843629, 0.23125096),
            ("log_logistic", 0.70441340, 0.26909140),
            ("log_logistic_by_quantiles", 0.93447591, 0.42088670),
            ("weibull_by_quantiles", 0.87844095, 0.42837479),
            ("piecewise", 0.69767633, 0.36059494),
            ("generalised_gamma", 0.72104159, 0.22513862),
        ];
        foreach ((string arm, double at6, double at18) in expected)
        {
            agreement.Mean($"V8 {arm}, alive at 6", trial.Of("final", "os_6mo", arm, Measures.MilestoneSurvival), Expected.Exact(at6));
            agreement.Mean($"V8 {arm}, alive at 18", trial.Of("final", "os_18mo", arm, Measures.MilestoneSurvival), Expected.Exact(at18));
        }
    }
}
