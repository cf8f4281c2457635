using BenchmarkDotNet.Attributes;
using TrialSim.Model;

namespace TrialSim.Benchmarks;

/// <summary>
/// The whole protocol of metastatic-tace-sorafenib: sessions on demand, a drug that is held, reduced and stopped, three schedules of visits, responses, adverse events.
/// Times and bytes are those of one patient on one worker.
/// </summary>
[MemoryDiagnoser]
public class FullProtocol
{
    private const int Replicates = 2_000;
    private const int Patients = 55;

    private readonly Trial _trial;
    private readonly Trial _unread;

    public FullProtocol()
    {
        _trial = BenchmarkScenario.ReadShipped("metastatic-tace-sorafenib.yaml");
        _unread = _trial with { Design = _trial.Design with { Analyses = [] } };
    }

    /// <summary>The patients' courses and the look, without analyses.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Replicates * Patients)]
    public int Courses() => BenchmarkScenario.Run(_unread, Replicates);

    /// <summary>The same with the eight analyses of the scenario.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * Patients)]
    public int CoursesAndAnalyses() => BenchmarkScenario.Run(_trial, Replicates);
}
