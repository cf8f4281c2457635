using System.Text;
using BenchmarkDotNet.Attributes;
using TrialSim.Model;
using TrialSim.Scenarios;

namespace TrialSim.Benchmarks;

/// <summary>
/// How a run grows, one figure at a time: threads × patients × replicates × looks × cells. Each is two arms of a group-sequential design with a log-rank test at each look, by time that passes, from the
/// text of the scenario to its operating characteristics.
/// </summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Passing)]
public class Scaling
{
    private byte[] _yaml = [];

    /// <summary>The runs.</summary>
    public static IEnumerable<ScalingCase> Cases
    {
        get
        {
            ScalingCase usual = new(Threads: 1, Patients: 600, Replicates: 1_000, Looks: 2, Cells: 1);
            return
            [
                usual,
                usual with { Threads = 2 },
                usual with { Patients = 100 },
                usual with { Patients = 2_000 },
                usual with { Patients = 10_000 },
                usual with { Replicates = 10_000 },
                usual with { Replicates = 10_000, Threads = 2 },
                usual with { Replicates = 100_000 },
                usual with { Looks = 1 },
                usual with { Looks = 5 },
                usual with { Looks = 10 },
                usual with { Cells = 10 },
                usual with { Cells = 10, Threads = 2 },
            ];
        }
    }

    /// <summary>The run: threads × patients × replicates × looks × cells.</summary>
    [ParamsSource(nameof(Cases))]
    public ScalingCase Case { get; set; } = Cases.First();

    /// <summary>Writes the scenario.</summary>
    [GlobalSetup]
    public void Write()
    {
        int deaths = Case.Patients * 55 / 100;
        IEnumerable<string> looks = Enumerable.Range(1, Case.Looks)
            .Select(look => $"    look_{look}: {{when: {{events: {{endpoint: os, count: {deaths * look / Case.Looks}}}}}}}");
        _yaml = Encoding.UTF8.GetBytes(
            $$$"""
            trialsim: 1
            name: scaling
            design:
              patients: {{{Case.Patients}}}
              arms: {control: {role: control}, experimental: {}}
              endpoints: {os: {events: [death]}}
              looks:
            {{{string.Join('\n', looks)}}}
              analyses: {os_test: {endpoint: os, method: log_rank}}
              testing:
                one_sided_alpha: 0.025
                sequential:
                  os_test: {efficacy: {spending: obrien_fleming}}
            truth:
              accrual: {duration: 24mo}
              events:
                death: {hazard: {median: 12mo}}
              effects: [{on: death, hazard_ratio: 0.85, while: {arm: experimental}}]
            """);
    }

    /// <summary>All cells.</summary>
    /// <returns>Rows of operating characteristics.</returns>
    [Benchmark]
    public int FullPath()
    {
        int rows = 0;
        for (int cell = 0; cell < Case.Cells; cell++)
        {
            Trial trial = BenchmarkScenario.Read(_yaml, new ScenarioOverrides((ulong)cell + 1, null));
            rows += BenchmarkScenario.Summarise(trial, (uint)Case.Replicates, Case.Threads).Count;
        }

        return rows;
    }
}
