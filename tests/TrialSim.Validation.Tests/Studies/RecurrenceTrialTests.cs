
namespace TrialSim.Validation.Tests.Studies;

/// <summary>Study 002, sorafenib + TACE + RFA against TACE + RFA: <c>sorafenib-tace-rfa-trial-mediated</c>, scenario F3. The direct variant is in <see cref="Designs.ShippedScenarioTests"/>.</summary>
public sealed class RecurrenceTrialTests(ITestOutputHelper output)
{
    private const string Control = "{CR: 0.259259, PR: 0.351852, SD: 0.259259, PD: 0.12963}";
    private const string Sorafenib = "{CR: 0.584906, PR: 0.245283, SD: 0.132075, PD: 0.037736}";

    private readonly Agreement _agreement = new(output);

    // Pearson's chi-square without correction at two-sided 5 %, all outcomes of the two binomials enumerated.
    [Theory, Trait("Source", "Theory")]
    [InlineData(49, 49, 0.8089845)]
    [InlineData(54, 53, 0.8411223)]
    public void Response_AsPlanned_HasTheEnumeratedPower(int control, int sorafenib, double power)
    {
        string yaml = ScenarioFile.Text("sorafenib-tace-rfa-trial-mediated.yaml")
            .With($"becomes: {Control}", "becomes: {CR: 0.3, PR: 0.3, SD: 0.25, PD: 0.15}")
            .With($"becomes: {Sorafenib}", "becomes: {CR: 0.55, PR: 0.3, SD: 0.1, PD: 0.05}")
            .With("patients: 107", $"patients: {control + sorafenib}")
            .With("sizes: {tace_rfa: 54, tace_rfa_sorafenib: 53}", $"sizes: {{tace_rfa: {control}, tace_rfa_sorafenib: {sorafenib}}}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 2_500);

        _agreement.Share($"F3 power for the response, {control} and {sorafenib}", trial.Rejections("final", "response_test"), trial.Replicates, Expected.Exact(power));
    }

    // The observed shares, enumerated likewise. An independent simulation of the same course, 6,000 trials: power .532 for progression-free and .397 for overall survival.
    [Fact, Trait("Source", "Independent")]
    public void Mediated_Final_HasThePowers()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("sorafenib-tace-rfa-trial-mediated.yaml"), 4_000);

        _agreement.Share("F3 power for the response, as observed", trial.Rejections("final", "response_test"), trial.Replicates, Expected.Exact(0.7261));
        _agreement.Share("F3 power, progression-free", trial.Rejections("final", "pfs_test"), trial.Replicates, Expected.SimulatedShare(0.532, 6_000));
        _agreement.Share("F3 power, overall", trial.Rejections("final", "os_test"), trial.Replicates, Expected.SimulatedShare(0.397, 6_000));
    }
}
