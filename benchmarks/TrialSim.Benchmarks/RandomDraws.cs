using BenchmarkDotNet.Attributes;
using TrialSim.Engine.Randomness;

namespace TrialSim.Benchmarks;

/// <summary>What one patient's draw for one purpose costs.</summary>
[MemoryDiagnoser]
public class RandomDraws
{
    /// <summary>Draws of one measurement.</summary>
    public const int Count = 10_000;

    /// <summary>A block of four words.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public uint PhiloxBlocks()
    {
        uint sum = 0;
        for (uint patient = 0; patient < Count; patient++)
        {
            sum += Philox4x32.Block(new PhiloxBlock(0, 1, patient, 1), 7).Word0;
        }

        return sum;
    }

    /// <summary>A unit exponential of a patient's own stream.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double Exponentials()
    {
        double sum = 0;
        for (uint patient = 0; patient < Count; patient++)
        {
            sum += new Draws(7, 1, patient, Purpose.Arrival).NextExponential();
        }

        return sum;
    }
}
