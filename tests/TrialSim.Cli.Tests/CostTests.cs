using TrialSim.Cli.Tests.Running;
using TrialSim.Results.Costs;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Tests;

/// <summary>What would never end, or has no room, is refused before it starts, and told by <c>check</c>.</summary>
public sealed class CostTests
{
    // A million patients who are seen every day for the rest of their lives.
    private const string Absurd =
        """
        trialsim: 1
        name: absurd
        design:
          patients: 1000000
          arms:
            control: {role: control}
            treated: {}
          visits:
            daily: {at: 1d, then_every: 1d}
          endpoints:
            pfs: {events: [progression, death]}
          looks:
            final: {when: {follow_up_of_last_patient: 100y}}
          analyses:
            pfs_test: {endpoint: pfs, method: log_rank}
        truth:
          accrual: {duration: 6mo}
          events:
            death: {hazard: {median: 100y}}
            progression: {hazard: {median: 90y}, seen_at: daily}
        run: {seed: 7, replicates: 100000}

        """;

    private const string Reason = "it is 1,000,000 patients (design.patients) with 39,552 entries each (design.visits.daily) in ";

    // The processor times of benchmarks/results for D1, D2 and D3 (10,000 replicates with analyses: .125, .72 and .46 s) and F1 (4.96 µs a patient).
    [Theory, Trait("Source", "Regression")]
    [InlineData("validation/benchmark-d1.yaml", 12.5e-6)]
    [InlineData("validation/benchmark-d2.yaml", 72e-6)]
    [InlineData("validation/benchmark-d3.yaml", 46e-6)]
    [InlineData("metastatic-tace-sorafenib.yaml", 4.96e-6, 1)]
    public void Estimate_OfWhatWasMeasured_IsRightToAFactorOfFive(string scenario, double measuredSeconds, int perPatient = 0)
    {
        Model.Trial trial = ScenarioReader.Read(File.ReadAllBytes(Repository.PathOf(["scenarios", .. scenario.Split('/')])), scenario, ScenarioOverrides.None).Scenario!.Trial;

        double estimated = RunCost.Of(trial, 1).ProcessorSeconds / (perPatient == 1 ? trial.Design.Patients : 1);

        Assert.InRange(estimated / measuredSeconds, 0.2, 5.0);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_ThatWouldTakeYears_IsRefusedWithWhatMakesItSo()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("absurd.yaml", Absurd);

        CommandLine run = await CommandLine.RunAsync("run", file, "--threads", "2", "--out", folder.PathOf("out"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("This would take about 6 years on 2 threads (at most 30 days are begun) and 2,532 GB of memory (", run.Error, StringComparison.Ordinal);
        Assert.EndsWith($" GB are there): {Reason}100,000 replicates (run.replicates). Write less of that, or add --at-any-cost to start all the same.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["absurd.yaml"], folder.Listing());
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("sweep", "--vary", "design.patients=1000,1000000")]
    [InlineData("size", "--at-least", "power:pfs_test=0.8")]
    [InlineData("export", "--replicate", "1", "--adam", "adam")]
    [InlineData("cluster", "submit", "--shards", "64", "--dry-run")]
    public async Task Command_ThatWouldTakeYears_IsRefused(params string[] words)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("absurd.yaml", Absurd);
        int command = words[0] == "cluster" ? 2 : 1;

        CommandLine run = await CommandLine.RunAsync([.. words[..command], file, .. words[command..].Select(word => word == "adam" ? folder.PathOf(word) : word), .. words[0] == "export" ? Array.Empty<string>() : ["--out", folder.PathOf("out")]]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("This would take about ", run.Error, StringComparison.Ordinal);
        Assert.Contains(Reason, run.Error, StringComparison.Ordinal);
        Assert.Equal(["absurd.yaml"], folder.Listing());
    }

    [Fact, Trait("Source", "Property")]
    public async Task Check_OfWhatWouldBeRefused_WarnsAndSaysThatItCanBeRun()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("absurd.yaml", Absurd);

        CommandLine check = await CommandLine.RunAsync("check", file);

        Assert.Equal((0, $"{file}: absurd can be run.\n"), (check.ExitCode, check.Out));
        Assert.StartsWith("warning: 'trialsim run' will refuse it. This would take about ", check.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_AtAnyCost_Starts()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("absurd.yaml", Absurd);
        string[] args = ["run", file, "--set", "design.patients=20", "-n", "100000000", "--threads", "1", "--out", folder.PathOf("out")];

        CommandLine refused = await CommandLine.RunAsync(args);
        using Program run = Program.Start([.. args, "--at-any-cost"]);
        string? progress = await run.Error.ReadLineAsync(); // Ended afterwards, long before its end.

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(" of 100,000,000 replicates", progress, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("three-arm-tace.yaml")]
    [InlineData("multi-arm-multi-stage-tace.yaml")]
    [InlineData("demo-full-suite.yaml")]
    public async Task Check_OfAHundredTimesTheReplicatesOfAShippedScenario_WarnsOfNothing(string scenario)
    {
        CommandLine check = await CommandLine.RunAsync("check", Repository.PathOf("scenarios", scenario), "-n", "100000");

        Assert.Equal((0, ""), (check.ExitCode, check.Error));
    }
}
