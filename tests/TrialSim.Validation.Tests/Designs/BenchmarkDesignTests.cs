using TrialSim.Results;
using TrialSim.Results.Tables;

namespace TrialSim.Validation.Tests.Designs;

/// <summary>
/// The three designs that every package can run. Simulated values: an independent program, 1,000,000 replicates each; exact ones: Reference/exact.R.
/// </summary>
public sealed class BenchmarkDesignTests(ITestOutputHelper output)
{
    private const double FirstBound = 2.9625880;
    private const double FinalBound = 1.9685956;

    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "AgainstR")]
    public void D1_SmallTrial_HasThePowerAndTheDeaths()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/benchmark-d1.yaml"), 100_000);

        _agreement.Share("D1 power", trial.Rejections("final", "os_test"), trial.Replicates, Expected.Simulated(0.14268, 0.00035));
        OperatingCharacteristic control = trial.Of("final", "", "control", Measures.Events);
        OperatingCharacteristic experimental = trial.Of("final", "", "experimental", Measures.Events);
        _agreement.Mean(
            "D1 deaths",
            control.Value!.Value + experimental.Value!.Value,
            Math.Sqrt(Math.Pow(control.MonteCarloStandardError!.Value, 2) + Math.Pow(experimental.MonteCarloStandardError!.Value, 2)), // Arms of fixed size are independent.
            Expected.Exact(62.04267795));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void D1_EqualMedians_RejectsAsOftenAsTheSmallSampleTestDoes()
    {
        string yaml = ScenarioFile.Text("validation/benchmark-d1.yaml").With("{median: 20mo}", "{median: 16mo}");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 100_000);

        _agreement.Share("D1 type I error", trial.Rejections("final", "os_test"), trial.Replicates, Expected.Simulated(0.05082, 0.00022));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void D2_TwoLooks_PassTheBoundsAndComeInTime()
    {
        ILookup<string, ReplicateRecord> rows = Rows(ScenarioFile.Text("validation/benchmark-d2.yaml").With("  testing:", "  decisions: none\n  testing:"), 20_000, out SimulatedTrial trial);
        ReplicateRecord[] interim = [.. rows["interim"]];
        ReplicateRecord[] final = [.. rows["final"]];

        _agreement.Share("D2 first bound", Passed(interim, FirstBound), trial.Replicates, Expected.SimulatedShare(0.24665, 1_000_000));
        _agreement.Share("D2 power", PassedEither(interim, final), trial.Replicates, Expected.Simulated(0.89675, 0.00030));
        OperatingCharacteristic first = trial.Of("interim", "", Measures.LookTime);
        OperatingCharacteristic last = trial.Of("final", "", Measures.LookTime);
        _agreement.Mean("D2 first look, months", first, Expected.SimulatedMean(18.970, first, 1_000_000).RoundedTo(0.001));
        _agreement.Mean("D2 final look, months", last, Expected.SimulatedMean(29.621, last, 1_000_000).RoundedTo(0.001));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void D2_NoEffect_PassesEitherBoundInItsAlpha()
    {
        string yaml = ScenarioFile.Text("validation/benchmark-d2.yaml").With("hazard_ratio: 0.7, while", "hazard_ratio: 1, while").With("  testing:", "  decisions: none\n  testing:");
        ILookup<string, ReplicateRecord> rows = Rows(yaml, 20_000, out SimulatedTrial trial);

        _agreement.Share("D2 type I error", PassedEither(rows["interim"], rows["final"]), trial.Replicates, Expected.Simulated(0.02518, 0.00016));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void D3_DelayedEffect_HasThePowerAndTheTime()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/benchmark-d3.yaml"), 20_000);

        _agreement.Share("D3 power", trial.Rejections("final", "os_test"), trial.Replicates, Expected.Simulated(0.84576, 0.00036));
        _agreement.Share("D3 power, FH(0, 1)", trial.Rejections("final", "os_late"), trial.Replicates, Expected.Simulated(0.91723, 0.00028));
        _agreement.Share("D3 power, MaxCombo", trial.Rejections("final", "os_combo"), trial.Replicates, Expected.Simulated(0.90628, 0.00029));
        _agreement.Mean("D3 look, months", trial.Of("final", "", Measures.LookTime), Expected.Simulated(35.2833, 0.0017));
    }

    [Fact, Trait("Source", "Theory")]
    public void D3_NoEffect_RejectsInItsAlpha()
    {
        string yaml = ScenarioFile.Text("validation/benchmark-d3.yaml").With("hazard_ratio: 0.6", "hazard_ratio: 1");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 20_000);

        _agreement.Share("D3 type I error", trial.Rejections("final", "os_test"), trial.Replicates, Expected.Exact(0.025));
        _agreement.Share("D3 type I error, MaxCombo", trial.Rejections("final", "os_combo"), trial.Replicates, Expected.Exact(0.025));
    }

    private static ILookup<string, ReplicateRecord> Rows(string yaml, uint replicates, out SimulatedTrial trial)
    {
        List<ReplicateRecord> rows = [];
        trial = SimulatedTrial.Run(yaml, replicates, record =>
        {
            if (record.Names.Analysis == "os_test")
            {
                rows.Add(record);
            }
        });
        return rows.ToLookup(record => record.Names.Look);
    }

    private static long Passed(IEnumerable<ReplicateRecord> look, double bound) => look.Count(record => record.Row.Z >= bound);

    private static long PassedEither(IEnumerable<ReplicateRecord> interim, IEnumerable<ReplicateRecord> final) =>
        interim.Zip(final).Count(pair => pair.First.Row.Z >= FirstBound || pair.Second.Row.Z >= FinalBound);
}
