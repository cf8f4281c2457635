using System.Text;
using TrialSim.Model;
using TrialSim.Scenarios;

namespace TrialSim.Benchmarks;

/// <summary>Compiles a scenario for a benchmark.</summary>
internal static class BenchmarkScenario
{
    /// <summary>The compiled trial; a scenario that is refused ends the benchmark with all that is wrong with it.</summary>
    public static Trial Read(string yaml)
    {
        ScenarioReading reading = ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), "benchmark.yaml", ScenarioOverrides.None);
        return reading.Scenario?.Trial ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
