using BenchmarkDotNet.Attributes;
using TrialSim.Benchmarks.Bare;
using TrialSim.Model;
using TrialSim.Results;
using TrialSim.Scenarios;

namespace TrialSim.Benchmarks;

/// <summary>
/// 10,000 replicates of each of the three trials that every package in the field can run, scenarios/validation/benchmark-d1, -d2 and -d3, beside the bare loop of the same trial: the same
/// draws and, which is verified first, the same verdict of each analysis in each replicate.
/// </summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class WholeTrial
{
    /// <summary>Replicates of one measurement.</summary>
    public const uint Replicates = 10_000;

    private byte[] _yaml = [];
    private Trial _trial = BenchmarkScenario.ReadShipped("benchmark-d1.yaml");
    private IBareTrial _bare = new BareD1(0);
    private BareD1 _bareD1 = new(0);

    /// <summary>Which trial.</summary>
    [Params("D1", "D2", "D3")]
    public string Design { get; set; } = "D1";

    /// <summary>Reads the scenario, and verifies the bare loop.</summary>
    [GlobalSetup]
    public void Read()
    {
        _yaml = BenchmarkScenario.TextOf($"benchmark-{Design.ToLowerInvariant()}.yaml");
        _trial = BenchmarkScenario.Read(_yaml, ScenarioOverrides.None);
        ulong seed = _trial.Run.Seed;
        _bareD1 = new BareD1(seed);
        _bare = Design switch
        {
            "D1" => _bareD1,
            "D2" => new BareD2(seed),
            _ => new BareD3(seed),
        };
        BareLoop.RequireSameVerdicts(_bare, _trial);
    }

    /// <summary>The price to compare with.</summary>
    [Benchmark(Baseline = true)]
    public int Bare() => BareLoop.Rejections(_bare, _trial.Design.Analyses.Length, Replicates);

    /// <summary>The bare loop of D1, which ties these figures to those of other machines.</summary>
    [Benchmark]
    public int BareOfD1() => BareLoop.Rejections(_bareD1, analyses: 1, Replicates);

    /// <summary>Engine, looks, tests and decisions on one worker.</summary>
    [Benchmark]
    public int Engine() => BenchmarkScenario.Run(_trial, Replicates);

    /// <summary>All of it: the scenario read, the engine, the looks, and the sums of all rows into operating characteristics.</summary>
    [Benchmark]
    public IReadOnlyList<OperatingCharacteristic> FullPath() => FullPath(threads: 1);

    /// <summary>All of it on two workers: what both spend together. How much sooner they are done is in <see cref="Scaling"/>.</summary>
    [Benchmark]
    public IReadOnlyList<OperatingCharacteristic> FullPathOnTwoThreads() => FullPath(threads: 2);

    private IReadOnlyList<OperatingCharacteristic> FullPath(int threads) =>
        BenchmarkScenario.Summarise(BenchmarkScenario.Read(_yaml, ScenarioOverrides.None), Replicates, threads);
}
