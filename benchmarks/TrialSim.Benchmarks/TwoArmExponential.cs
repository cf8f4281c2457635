using BenchmarkDotNet.Attributes;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;

namespace TrialSim.Benchmarks;

/// <summary>
/// 10,000 replicates of two arms of 54 and 53 patients, medians 16 and 20 months, accrual over 27 months, 24 months of follow-up each:
/// through the whole engine on one and two threads, beside the bare loop of the same trial.
/// </summary>
[MemoryDiagnoser]
public class TwoArmExponential
{
    /// <summary>Replicates of one measurement.</summary>
    public const uint Replicates = 10_000;

    private const string Yaml =
        """
        trialsim: 1
        name: two-arm-exponential
        design:
          patients: 107
          arms: {control: {role: control}, experimental: {}}
          allocation: {method: fixed_sizes, sizes: {control: 54, experimental: 53}}
          max_follow_up: 24mo
          endpoints: {os: {events: [death]}}
          looks: {final: {when: {trial_time: 51mo}}}
          analyses: {os_test: {endpoint: os, method: log_rank}}
        truth:
          accrual: {duration: 27mo}
          events:
            death: {hazard: {by_arm: {control: {median: 16mo}, experimental: {median: 20mo}}}}
        """;

    private readonly Trial _trial = BenchmarkScenario.Read(Yaml);

    /// <summary>The price to compare with.</summary>
    [Benchmark(Baseline = true)]
    public int BareLoop() => BareTwoArmTrial.Rejections(_trial.Run.Seed, Replicates);

    /// <summary>Scenario, engine, look, verdict on one worker.</summary>
    [Benchmark]
    public int EngineOneThread() => Rejections(1);

    /// <summary>The same on two workers.</summary>
    [Benchmark]
    public int EngineTwoThreads() => Rejections(2);

    private int Rejections(int threads)
    {
        int rejections = 0;
        Campaign.Run(_trial, _trial.Run.Seed, new ReplicateRange(1, Replicates), CurvePlan.None, threads, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                rejections += batch.RowsOf(index)[^1].Verdict == Verdict.Rejected ? 1 : 0;
            }
        }, CancellationToken.None);
        return rejections;
    }
}
