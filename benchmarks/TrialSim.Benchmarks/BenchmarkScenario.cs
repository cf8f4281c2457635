using System.Text;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Scenarios;

namespace TrialSim.Benchmarks;

/// <summary>Compiles a scenario for a benchmark, and runs it.</summary>
internal static class BenchmarkScenario
{
    /// <summary>The compiled trial; a scenario that is refused ends the benchmark with all that is wrong with it.</summary>
    public static Trial Read(string yaml)
    {
        ScenarioReading reading = ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), "benchmark.yaml", ScenarioOverrides.None);
        return reading.Scenario?.Trial ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    /// <summary>A scenario that ships, of those in the project file.</summary>
    public static Trial ReadShipped(string file)
    {
        using Stream scenario = typeof(BenchmarkScenario).Assembly.GetManifestResourceStream(file)!;
        using StreamReader reader = new(scenario);
        return Read(reader.ReadToEnd());
    }

    /// <summary>Runs replicates on one worker.</summary>
    /// <returns>How many were run.</returns>
    public static int Run(Trial trial, uint replicates)
    {
        int done = 0;
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, replicates), CurvePlan.None, 1, batch => done += batch.Count, CancellationToken.None);
        return done;
    }
}
