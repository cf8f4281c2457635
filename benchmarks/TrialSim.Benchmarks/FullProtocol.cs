using BenchmarkDotNet.Attributes;
using TrialSim.Benchmarks.Bare;
using TrialSim.Model;

namespace TrialSim.Benchmarks;

/// <summary>
/// The whole protocol of metastatic-tace-sorafenib: sessions on demand, a drug that is held, reduced and stopped, three schedules of visits, responses, adverse events; beside the bare loop of its
/// essentials, and beside the bare loop of D1, by which figures of several machines are compared. Times and bytes are those of one patient; D1's are those of one replicate.
/// </summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class FullProtocol
{
    private const int Replicates = 2_000;
    private const int OfD1 = 2_000;

    private readonly Trial _trial = BenchmarkScenario.ReadShipped("metastatic-tace-sorafenib.yaml");
    private readonly Trial _unread;
    private readonly Trial _whole;
    private readonly BareProtocol _bare;
    private readonly BareD1 _bareD1;

    public FullProtocol()
    {
        _unread = BenchmarkScenario.Unread(_trial);
        _whole = BenchmarkScenario.Whole(_unread);
        _bare = new BareProtocol(_trial.Run.Seed);
        _bareD1 = new BareD1(_trial.Run.Seed);
    }

    /// <summary>Tells how much happens to a patient.</summary>
    [GlobalSetup]
    public void TellEntries()
    {
        BenchmarkScenario.TellEntriesPerPatient("metastatic-tace-sorafenib", _unread, BareProtocol.Patients);
        Console.WriteLine($"// bare loop: {(double)Bare() / (Replicates * BareProtocol.Patients):F1} entries a patient");
    }

    /// <summary>The essentials without a language.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Replicates * BareProtocol.Patients)]
    public int Bare()
    {
        int entries = 0;
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            entries += _bare.Run(replicate);
        }

        return entries;
    }

    /// <summary>The patients' courses with all that the protocol does, also what no result depends on, and the look, without analyses.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * BareProtocol.Patients)]
    public int WholeCourses() => BenchmarkScenario.Run(_whole, Replicates);

    /// <summary>The courses as a run has them, and the look, without analyses.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * BareProtocol.Patients)]
    public int Courses() => BenchmarkScenario.Run(_unread, Replicates);

    /// <summary>The same with the eight analyses of the scenario.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * BareProtocol.Patients)]
    public int CoursesAndAnalyses() => BenchmarkScenario.Run(_trial, Replicates);

    /// <summary>One replicate of D1, bare.</summary>
    [Benchmark(OperationsPerInvoke = OfD1)]
    public int BareOfD1() => BareLoop.Rejections(_bareD1, analyses: 1, OfD1);
}
