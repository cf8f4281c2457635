using BenchmarkDotNet.Attributes;
using TrialSim.Benchmarks.Bare;
using TrialSim.Model;
using TrialSim.Model.Protocol;

namespace TrialSim.Benchmarks;

/// <summary>
/// What waiting for slots costs: demo-angiography-capacity, whose patients come to one suite every six weeks, beside a bare loop of its essentials and the same trial in which sessions need nothing;
/// and angiography-suite-full, where everybody waits for every session. Without analyses. Times and bytes are those of one patient.
/// </summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class FullSuite
{
    private const int Replicates = 1_000;
    private const int ReplicatesOfFull = 200;

    private readonly Trial _queued = BenchmarkScenario.Unread(BenchmarkScenario.ReadShipped("demo-angiography-capacity.yaml"));
    private readonly Trial _full = BenchmarkScenario.Unread(BenchmarkScenario.ReadShipped("angiography-suite-full.yaml"));
    private readonly Trial _protocol = BenchmarkScenario.Whole(BenchmarkScenario.Unread(BenchmarkScenario.ReadShipped("metastatic-tace-sorafenib.yaml")));
    private readonly Trial _alone;
    private readonly BareSuite _bare;

    public FullSuite()
    {
        _bare = new BareSuite(_queued.Run.Seed);
        TrialProtocol protocol = _queued.Design.Protocol;
        _alone = _queued with
        {
            Design = _queued.Design with
            {
                Protocol = protocol with { Treatments = [.. protocol.Treatments.Select(one => one is Procedure procedure ? procedure with { Need = null } : one)] },
            },
        };
    }

    /// <summary>Tells how much happens to a patient.</summary>
    [GlobalSetup]
    public void TellEntries()
    {
        BenchmarkScenario.TellEntriesPerPatient("demo-angiography-capacity", _queued, BareSuite.Patients);
        BenchmarkScenario.TellEntriesPerPatient("the same without slots", _alone, BareSuite.Patients);
        BenchmarkScenario.TellEntriesPerPatient("angiography-suite-full", _full, BareSuite.Patients);
        BenchmarkScenario.TellEntriesPerPatient("metastatic-tace-sorafenib", _protocol, BareProtocol.Patients);
        Console.WriteLine($"// bare loop: {(double)Bare() / (Replicates * BareSuite.Patients):F1} entries a patient");
    }

    /// <summary>The essentials without a language.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Replicates * BareSuite.Patients)]
    public int Bare()
    {
        int entries = 0;
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            entries += _bare.Run(replicate);
        }

        return entries;
    }

    /// <summary>Patients who meet nobody.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * BareSuite.Patients)]
    public int WithoutSlots() => BenchmarkScenario.Run(_alone, Replicates);

    /// <summary>Patients who wait for slots on the calendar.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * BareSuite.Patients)]
    public int WithSlots() => BenchmarkScenario.Run(_queued, Replicates);

    /// <summary>Patients who wait for every session.</summary>
    [Benchmark(OperationsPerInvoke = ReplicatesOfFull * BareSuite.Patients)]
    public int AlwaysFull() => BenchmarkScenario.Run(_full, ReplicatesOfFull);

    /// <summary>The courses of <see cref="FullProtocol"/>, to compare what an entry costs.</summary>
    [Benchmark(OperationsPerInvoke = ReplicatesOfFull * BareProtocol.Patients)]
    public int ProtocolAlone() => BenchmarkScenario.Run(_protocol, ReplicatesOfFull);
}
