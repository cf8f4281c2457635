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

    private const string Reason = "because of 1,000,000 patients (design.patients) with 39,552 entries each (design.visits.daily) in ";

    // The processor times of benchmarks/results for D1, D2 and D3 (10,000 replicates with analyses: .125, .72 and .46 s) and F1 (4.96 µs a patient); the last from runs of 200 and 2,200 replicates of 600 patients (2.96 ms a replicate).
    [Theory, Trait("Source", "Regression")]
    [InlineData("validation/benchmark-d1.yaml", 12.5e-6)]
    [InlineData("validation/benchmark-d2.yaml", 72e-6)]
    [InlineData("validation/benchmark-d3.yaml", 46e-6)]
    [InlineData("metastatic-tace-sorafenib.yaml", 4.96e-6, 1)]
    [InlineData("demo-sorafenib-pauses.yaml", 4.9e-6, 1)] // Nobody dies: courses end with their last event.
    public void Estimate_OfWhatWasMeasured_IsRightToAFactorOfFive(string scenario, double measuredSeconds, int perPatient = 0)
    {
        Model.Trial trial = Shipped(scenario);

        double estimated = SecondsPerReplicate(trial) / (perPatient == 1 ? trial.Design.Patients : 1);

        Assert.InRange(estimated / measuredSeconds, 0.2, 5.0);
    }

    // Processor times of one replicate, from the difference between runs of many and of few: 16 arms with 2,000 patients allocated by the posterior .5 to 1 s; 16 arms of 3,000
    // patients by 99 margins .125 s; 20 gamma frailties of 1,000 patients 92 ms; looks in time, whose information is not known before, 3 of them 6.4 ms, 10 of them 162 ms and 30 of them 6.9 s.
    [Theory, Trait("Source", "Regression")]
    [InlineData(16, 2_000, "response_adaptive, rule: bayesian, endpoint: os, burn_in: 32, min_share: 0.01", 0, 0, 0, 0.7)]
    [InlineData(2, 2_000, "response_adaptive, rule: bayesian, endpoint: os, burn_in: 32, min_share: 0.01", 0, 0, 0, 0.13)]
    [InlineData(16, 3_000, "minimisation, factors: [", 99, 0, 0, 0.125)]
    [InlineData(2, 1_000, "simple", 0, 20, 0, 0.092)]
    [InlineData(2, 500, "simple", 0, 0, 3, 0.0064)]
    [InlineData(2, 500, "simple", 0, 0, 10, 0.162)]
    [InlineData(2, 500, "simple", 0, 0, 30, 6.9)]
    public void Estimate_OfADesignThatReckonsInEachReplicate_IsRightToAFactorOfFive(int arms, int patients, string allocation, int factors, int frailties, int looks, double measuredSeconds)
    {
        string otherArms = string.Concat(Enumerable.Range(1, arms - 1).Select(arm => $", a{arm}: {{}}"));
        string margins = factors > 0 ? string.Join(", ", Enumerable.Range(0, factors).Select(factor => $"c{factor}")) + "]" : "";
        string covariates = string.Concat(Enumerable.Range(0, factors).Select(factor => $", c{factor}: {{probability: 0.5}}"));
        string looked = string.Join(", ", Enumerable.Range(1, Math.Max(1, looks)).Select(look => $"l{look}: {{when: {{trial_time: {12 + (2 * look)}mo}}}}"));
        string information = string.Join(", ", Enumerable.Range(1, looks).Select(look => 350 * look / looks));
        string testing = looks > 0 ? $"testing: {{sequential: {{os_test: {{efficacy: {{spending: obrien_fleming}}, power: 0.9, information: [{information}]}}}}}}" : "";
        string frailty = string.Join(", ", Enumerable.Repeat("{distribution: gamma, variance: 1, on: death}", frailties));
        string scenario =
            $$"""
            trialsim: 1
            name: reckoning
            design:
              patients: {{patients}}
              arms: { a0: {role: control} {{otherArms}} }
              endpoints:
                os: {events: [death]}
              looks: { {{looked}} }
              analyses:
                os_test: {endpoint: os, method: log_rank, compare: [a1, a0]}
              allocation: { method: {{allocation}} {{margins}} }
              {{testing}}
            truth:
              accrual: {duration: 12mo}
              covariates: { c: {probability: 0.5} {{covariates}} }
              frailty: [ {{frailty}} ]
              events:
                death:
                  hazard: {median: 16mo}

            """;

        ScenarioReading reading = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(scenario), "reckoning.yaml", ScenarioOverrides.None);

        Assert.NotNull(reading.Scenario);
        Assert.InRange(SecondsPerReplicate(reading.Scenario!.Trial) / measuredSeconds, 0.2, 5.0);
    }

    private static double SecondsPerReplicate(Model.Trial trial) => (RunCost.Of(trial, 1_001).ProcessorSeconds - RunCost.Of(trial, 1).ProcessorSeconds) / 1_000;

    // 2 threads with 1,000,000 patients of 120 bytes, 3 figures of 24 (2 events, 1 endpoint) and 39,552 entries of 32 each, beside the program's 100,000,000. The entries are rounded to whole ones.
    [Fact, Trait("Source", "ByHand")]
    public void Memory_OfManyEntries_IsTheSumOfItsParts() =>
        Assert.Equal(1e8 + (2 * 1e6 * (120 + (3 * 24) + (32 * 39_552.0))), RunCost.Of(Read(Absurd), 1).MemoryBytes(2), 2 * 1e6 * 32 * 0.5);

    // Six years by the rates of CostRates.
    [Fact, Trait("Source", "Regression")]
    public async Task Run_ThatWouldTakeYears_IsRefusedWithWhatMakesItSo()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("absurd.yaml", Absurd);

        CommandLine run = await CommandLine.RunAsync("run", file, "--threads", "2", "--out", folder.PathOf("out"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("This would take about 6 years on 2 threads (nothing above 30 days is started) and 2,532 GB of memory (", run.Error, StringComparison.Ordinal);
        Assert.EndsWith($" GB are there) {Reason}100,000 replicates (run.replicates). Write less of that, or add --at-any-cost to start all the same.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["absurd.yaml"], folder.Listing());
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("sweep", "--vary", "design.patients=1000,1000000")]
    [InlineData("size", "--at-least", "power:pfs_test=0.8")]
    [InlineData("size", "--at-least", "power:pfs_test=0.8", "--set", "design.patients=100", "--between", "900000:1000000")]
    [InlineData("run", "--shard", "1/2")]
    [InlineData("run", "--resume")]
    [InlineData("replay", "--replicate", "1", "--patient", "1")]
    [InlineData("export", "--replicate", "1", "--adam", "adam")]
    [InlineData("cluster", "submit", "--shards", "64", "--dry-run")]
    public async Task Command_ThatWouldTakeYears_IsRefused(params string[] words)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("absurd.yaml", Absurd);
        int command = words[0] == "cluster" ? 2 : 1;

        CommandLine run = await CommandLine.RunAsync([.. words[..command], file, .. words[command..].Select(word => word == "adam" ? folder.PathOf(word) : word), .. words[0] is "export" or "replay" ? Array.Empty<string>() : ["--out", folder.PathOf("out")]]);

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

    // What a sweep has finished that was killed stands under this name.
    [Fact, Trait("Source", "Regression")]
    public async Task Sweep_ThatIsRefused_LeavesTheCellsOfAnEarlierOne()
    {
        using TemporaryFolder folder = new();
        string small = folder.Write("small.yaml", SmallScenario.Yaml);
        string absurd = folder.Write("absurd.yaml", Absurd);
        CommandLine sweep = await CommandLine.RunAsync("sweep", small, "--vary", "design.patients=20,30", "-n", "20", "--keep-log", "--out", folder.PathOf("out"));
        Directory.Move(folder.PathOf("out"), folder.PathOf("out.trialsim-partial"));

        CommandLine refused = await CommandLine.RunAsync("sweep", absurd, "--vary", "design.patients=1000,1000000", "--out", folder.PathOf("out"));

        Assert.Equal((0, 2), (sweep.ExitCode, refused.ExitCode));
        Assert.True(File.Exists(folder.PathOf("out.trialsim-partial/cells.log")));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.9e9, 1e7, "")] // Below 1 GB nobody asks.
    [InlineData(2e9, 1e7, "This would take about 2,000 MB of disk (10 MB are free) because of much.")]
    [InlineData(2e9, 0, "This would take about 2,000 MB of disk (0 MB are free) because of much.")]
    [InlineData(2e10, 1.24e10, "This would take about 20 GB of disk (12 GB are free) because of much.")]
    [InlineData(2e13, 1.24e10, "This would take about 20 TB of disk (12 GB are free) because of much.")]
    [InlineData(2e13, double.PositiveInfinity, "")]
    public void Excess_OfDisk_TellsWhatIsFree(double bytes, double free, string sentence) =>
        Assert.Equal(sentence, CostExcess.Of(new RunCost(0, 0, bytes, "much"), 1, new Capacity(1e9, free)));

    [Fact, Trait("Source", "ByHand")]
    public void Excess_OfLittleMemory_TellsWhatIsThere() =>
        Assert.Equal("This would take about 300 MB of memory (67 MB are there) because of much.", CostExcess.Of(new RunCost(0, 1e8, 0, "much"), 2, new Capacity(1 << 26, 1e12)));

    // Rows are written anew, and the log grows by what was missing.
    [Fact, Trait("Source", "Property")]
    public void Rest_OfWhatALogHolds_TakesLessThanTheWhole()
    {
        Model.Trial trial = Read(SmallScenario.Yaml);
        RunCost whole = RunCost.Of(trial, 1000);
        RunCost half = RunCost.OfRest(trial, 1000, 500);

        Assert.Equal((whole.ProcessorSeconds, whole.DiskBytes), (RunCost.OfRest(trial, 1000, 0).ProcessorSeconds, RunCost.OfRest(trial, 1000, 0).DiskBytes));
        Assert.Equal(RunCost.OfMerging(trial, 1000).DiskBytes, RunCost.OfRest(trial, 1000, 2000).DiskBytes);
        Assert.InRange(half.ProcessorSeconds, 0.5 * whole.ProcessorSeconds, whole.ProcessorSeconds);
        Assert.InRange(half.DiskBytes, 0.5 * whole.DiskBytes, 0.99 * whole.DiskBytes);
        Assert.Equal(0, RunCost.OfShard(trial, 1000, 1000).DiskBytes);
        Assert.InRange(RunCost.OfShard(trial, 1000, 0).DiskBytes, 1, whole.DiskBytes - RunCost.OfMerging(trial, 1000).DiskBytes);
    }

    [Fact, Trait("Source", "Property")]
    public void Cell_WithItsLog_TakesMoreDiskThanWithout() =>
        Assert.True(RunCost.OfCell(Read(SmallScenario.Yaml)).DiskBytes > RunCost.OfMergingCells(Read(SmallScenario.Yaml), 1).DiskBytes);

    // By the estimate, on a small machine of this day.
    [Theory, Trait("Source", "Property")]
    [InlineData("three-arm-tace.yaml")]
    [InlineData("multi-arm-multi-stage-tace.yaml")]
    [InlineData("demo-full-suite.yaml")]
    public void Excess_OfAHundredTimesTheReplicatesOfAShippedScenario_IsNone(string scenario) =>
        Assert.Equal("", CostExcess.Of(RunCost.Of(Shipped(scenario), 100_000), 2, new Capacity(8e9, 1e11)));

    private static Model.Trial Read(string yaml) => ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml), "trial.yaml", ScenarioOverrides.None).Scenario!.Trial;

    private static Model.Trial Shipped(string scenario) =>
        ScenarioReader.Read(File.ReadAllBytes(Repository.PathOf(["scenarios", .. scenario.Split('/')])), scenario, ScenarioOverrides.None).Scenario!.Trial;
}
