using BenchmarkDotNet.Attributes;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
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
        using Stream scenario = typeof(FullProtocol).Assembly.GetManifestResourceStream("metastatic-tace-sorafenib.yaml")!;
        using StreamReader reader = new(scenario);
        _trial = BenchmarkScenario.Read(reader.ReadToEnd());
        _unread = _trial with { Design = _trial.Design with { Analyses = [] } };
    }

    /// <summary>The patients' courses and the look, without analyses.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Replicates * Patients)]
    public int Courses() => Run(_unread);

    /// <summary>The same with the eight analyses of the scenario.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * Patients)]
    public int CoursesAndAnalyses() => Run(_trial);

    private static int Run(Trial trial)
    {
        int done = 0;
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, Replicates), CurvePlan.None, 1, batch => done += batch.Count, CancellationToken.None);
        return done;
    }
}
