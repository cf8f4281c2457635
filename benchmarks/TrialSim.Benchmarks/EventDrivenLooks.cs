using BenchmarkDotNet.Attributes;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;

namespace TrialSim.Benchmarks;

/// <summary>1,000 replicates of 600 patients with looks at 165 and 330 deaths, whose days are on the calendar, beside the same trial with looks by time.</summary>
[MemoryDiagnoser]
public class EventDrivenLooks
{
    private const uint Replicates = 1_000;

    private readonly Trial _byTime = BenchmarkScenario.Read(Yaml("{trial_time: 19mo}", "{trial_time: 30mo}"));
    private readonly Trial _byEvents = BenchmarkScenario.Read(Yaml("{events: {endpoint: os, count: 165}}", "{events: {endpoint: os, count: 330}}"));

    /// <summary>Nobody meets anybody.</summary>
    [Benchmark(Baseline = true)]
    public uint LooksByTime() => Run(_byTime);

    /// <summary>Each death is a timeout.</summary>
    [Benchmark]
    public uint LooksByEvents() => Run(_byEvents);

    private static uint Run(Trial trial)
    {
        uint done = 0;
        Campaign.Run(
            trial, trial.Run.Seed, new ReplicateRange(1, Replicates), Engine.Analyses.CurvePlan.None, 1, batch => done += (uint)batch.Count, CancellationToken.None);
        return done;
    }

    private static string Yaml(string interim, string final) =>
        $"""
        trialsim: 1
        name: two-looks
        design:
          patients: 600
          arms:
            control:
              role: control
            experimental:
              role: experimental
          endpoints:
            os:
              events: [death]
          looks:
            interim:
              when: {interim}
            final:
              when: {final}
          analyses:
            os_test:
              endpoint: os
              method: log_rank
        truth:
          accrual:
            duration: 24mo
          events:
            death:
              hazard:
                by_arm:
                  control:
                    median: 12mo
                  experimental:
                    median: 17.142857mo
        """;
}
