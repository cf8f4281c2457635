using BenchmarkDotNet.Attributes;
using TrialSim.Model;
using TrialSim.Model.Protocol;

namespace TrialSim.Benchmarks;

/// <summary>
/// What waiting for slots costs: demo-angiography-capacity, whose patients come to one suite every six weeks, beside the same trial in which sessions need nothing. Without analyses.
/// Times and bytes are those of one patient on one worker.
/// </summary>
[MemoryDiagnoser]
public class FullSuite
{
    private const int Replicates = 1_000;
    private const int Patients = 60;

    private readonly Trial _queued;
    private readonly Trial _alone;

    public FullSuite()
    {
        Trial trial = BenchmarkScenario.ReadShipped("demo-angiography-capacity.yaml");
        _queued = trial with { Design = trial.Design with { Analyses = [] } };
        TrialProtocol protocol = _queued.Design.Protocol;
        _alone = _queued with
        {
            Design = _queued.Design with
            {
                Protocol = protocol with { Treatments = [.. protocol.Treatments.Select(one => one is Procedure procedure ? procedure with { Need = null } : one)] },
            },
        };
    }

    /// <summary>Patients who meet nobody.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Replicates * Patients)]
    public int WithoutSlots() => BenchmarkScenario.Run(_alone, Replicates);

    /// <summary>Patients who wait for slots on the calendar.</summary>
    [Benchmark(OperationsPerInvoke = Replicates * Patients)]
    public int WithSlots() => BenchmarkScenario.Run(_queued, Replicates);
}
