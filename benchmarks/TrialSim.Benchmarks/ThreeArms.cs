using BenchmarkDotNet.Attributes;
using TrialSim.Benchmarks.Bare;
using TrialSim.Model;

namespace TrialSim.Benchmarks;

/// <summary>
/// three-arm-tace: 450 patients in three arms with their protocol, and twelve analyses; beside the bare loop of survival and progression-free survival alone. Times and bytes are those of one patient.
/// </summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class ThreeArms
{
    private const int Replicates = 200;

    private readonly Trial _trial = BenchmarkScenario.ReadShipped("three-arm-tace.yaml");
    private readonly Trial _unread;
    private readonly BareThreeArms _bare;

    public ThreeArms()
    {
        _unread = BenchmarkScenario.Unread(_trial);
        _bare = new BareThreeArms(_trial.Run.Seed);
    }

    /// <summary>Tells how much happens to a patient.</summary>
    [GlobalSetup]
    public void TellEntries() => BenchmarkScenario.TellEntriesPerPatient("three-arm-tace", _unread, BareThreeArms.Patients);

    /// <summary>Two times a patient and four tests.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Replicates * BareThreeArms.Patients)]
    public int Bare()
    {
        int rejections = 0;
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            rejections += _bare.Run(replicate);
        }

        return rejections;
    }

    /// <summary>The patients' courses and the look, without analyses.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * BareThreeArms.Patients)]
    public int Courses() => BenchmarkScenario.Run(_unread, Replicates);

    /// <summary>The same with the analyses of the scenario.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * BareThreeArms.Patients)]
    public int CoursesAndAnalyses() => BenchmarkScenario.Run(_trial, Replicates);
}
