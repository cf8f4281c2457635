using BenchmarkDotNet.Attributes;
using TrialSim.Model;
using TrialSim.Model.Decisions;

namespace TrialSim.Benchmarks;

/// <summary>
/// What it costs when a look may change who comes in: benchmark-d2 as it is, where the day of a look is found by selection, beside the same trial with a decision that could close accrual and never
/// does, for which each patient and each death is on the calendar. 1,000 replicates of 600 patients.
/// </summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class PatientsOnTheCalendar
{
    private const uint Replicates = 1_000;

    private readonly Trial _plain = BenchmarkScenario.ReadShipped("benchmark-d2.yaml");
    private readonly Trial _oneByOne;

    /// <summary>Adds the decision.</summary>
    public PatientsOnTheCalendar()
    {
        Decision never = new("close", [0], new DecisionCondition.Negated(new DecisionCondition.Always()), new DecisionAction.StopAccrual());
        _oneByOne = _plain with { Design = _plain.Design with { Decisions = [.. _plain.Design.Decisions, never] } };
    }

    /// <summary>Nothing that is learnt changes who comes in.</summary>
    [Benchmark(Baseline = true)]
    public int InOneGo() => BenchmarkScenario.Run(_plain, Replicates);

    /// <summary>It might.</summary>
    [Benchmark]
    public int OneByOne() => BenchmarkScenario.Run(_oneByOne, Replicates);
}
