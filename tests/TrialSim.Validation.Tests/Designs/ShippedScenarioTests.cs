using TrialSim.Results;

namespace TrialSim.Validation.Tests.Designs;

/// <summary>
/// The scenarios that ship, against a simulation in R (Reference/simulate.R: R 4.2.2, survival 3.5-3) and against what their descriptions promise a reader.
/// </summary>
public sealed class ShippedScenarioTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "AgainstR")]
    public void ThreeArmTace_Final_HasTheDeathsAndThePower()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("three-arm-tace.yaml"), 4_000);

        // Integrals in Reference/exact.R.
        _agreement.Mean("F5 deaths, TACE", trial.Of("final", "", "tace", Measures.Events), Expected.Exact(99.37374203));
        _agreement.Mean("F5 deaths, RFA", trial.Of("final", "", "tace_rfa", Measures.Events), Expected.Exact(74.76058669));
        _agreement.Mean("F5 deaths, sorafenib", trial.Of("final", "", "tace_sorafenib", Measures.Events), Expected.Exact(96.73275627));
        _agreement.Share("F5 power, RFA", trial.Rejections("final", "os_rfa"), trial.Replicates, Expected.SimulatedShare(0.881200, 80_000));
    }

    // f10 in Reference/simulate.R, 10,000 replicates each; the shipped description rounds them to 83, 69, 65, 59, 56, 53 and 51.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(5, 83.523297, 0.041717, 83.5)]
    [InlineData(8, 69.053401, 0.037892, 69.1)]
    [InlineData(10, 64.556724, 0.036626, 64.6)]
    [InlineData(15, 58.843497, 0.035583, 58.9)]
    [InlineData(20, 56.120051, 0.035677, 56.1)]
    [InlineData(30, 53.311862, 0.035162, 53.4)]
    [InlineData(60, 50.747783, 0.035124, 50.8)]
    public void DemoAccrualSpeed_PatientsAMonth_HasTheTime(int perMonth, double months, double error, double published)
    {
        string yaml = ScenarioFile.Text("demo-accrual-speed.yaml").With("per_month: 20", $"per_month: {perMonth}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 6_000);
        OperatingCharacteristic time = trial.Of("by_events", "", Measures.LookTime);

        _agreement.Mean($"F10 months at {perMonth} a month", time, Expected.Simulated(months, error));
        Assert.InRange(time.Value!.Value, published - 0.5, published + 0.5);
    }

    // An event-driven look keeps its power whatever the accrual; at a fixed date it has what the deaths by then give. At 5 a month 240 patients come within 48 months, of whom
    // 120 (1 − (1 − e^(−48λ)) / 48λ) die in an arm: 69.5 and 56.8, so Schoenfeld's power is Φ(.3567 √126.3 / 2 − 1.96) = .517; at 60 a month 300 are followed for 43 to 48 months: 129.1 + 112.2, .791.
    [Theory, Trait("Source", "Theory")]
    [InlineData(5, 0.48, 0.55)]
    [InlineData(60, 0.75, 0.82)]
    public void DemoAccrualSpeed_FixedDate_DoesNotKeepThePower(int perMonth, double least, double most)
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("demo-accrual-speed.yaml").With("per_month: 20", $"per_month: {perMonth}"), 6_000);

        Assert.InRange(trial.Of("by_events", "os_test", Measures.Power).Value!.Value, 0.77, 0.83);
        Assert.InRange(trial.Of("by_date", "os_test", Measures.Power).Value!.Value, least, most);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void SorafenibTaceRfaTrialDirect_Final_HasThePowers()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("sorafenib-tace-rfa-trial-direct.yaml"), 40_000);

        _agreement.Share("F3 power, overall survival", trial.Rejections("final", "os_test"), trial.Replicates, Expected.SimulatedShare(0.597015, 200_000));
        _agreement.Share("F3 power, progression-free survival", trial.Rejections("final", "pfs_test"), trial.Replicates, Expected.SimulatedShare(0.547170, 200_000));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void SorafenibTaceRfaTrialExponential_Final_HasThePower()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/sorafenib-tace-rfa-trial-exponential.yaml"), 100_000);

        _agreement.Share("F3 power, exponential", trial.Rejections("final", "os_test"), trial.Replicates, Expected.SimulatedShare(0.147145, 200_000));
    }
}
