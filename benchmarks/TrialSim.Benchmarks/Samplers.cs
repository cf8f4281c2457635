using BenchmarkDotNet.Attributes;
using TrialSim.Engine.Randomness;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Probability;

namespace TrialSim.Benchmarks;

/// <summary>What one draw costs: a block of the generator, and from a stream of its own a uniform, an exponential, a normal deviate, and the day of an event by four kinds of hazard.</summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class Samplers
{
    private const int Count = 10_000;

    private static readonly Hazard Exponential = ExponentialHazard.FromMedian(365);
    private static readonly Hazard Weibull = WeibullHazard.FromMedian(365, shape: 1.4);
    private static readonly Hazard Piecewise = new PiecewiseExponentialHazard([0, 100, 200, 400], [0.001, 0.002, 0.003, 0.002]);
    private static readonly Hazard LogNormal = LogNormalHazard.Through(SurvivalPoint.Median(365), sigma: 0.8);

    /// <summary>Four words.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public uint PhiloxBlock()
    {
        uint sum = 0;
        for (uint patient = 0; patient < Count; patient++)
        {
            sum += Philox4x32.Block(new PhiloxBlock(0, 1, patient, 1), 7).Word0;
        }

        return sum;
    }

    /// <summary>A number between 0 and 1.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double Uniform()
    {
        double sum = 0;
        for (uint patient = 0; patient < Count; patient++)
        {
            sum += new Draws(7, 1, patient, Purpose.Arrival).NextUniform();
        }

        return sum;
    }

    /// <summary>The threshold of an event.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double UnitExponential()
    {
        double sum = 0;
        for (uint patient = 0; patient < Count; patient++)
        {
            sum += new Draws(7, 1, patient, Purpose.Arrival).NextExponential();
        }

        return sum;
    }

    /// <summary>A normal deviate by inversion.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double NormalDeviate()
    {
        double sum = 0;
        for (uint patient = 0; patient < Count; patient++)
        {
            sum += Normal.Quantile(new Draws(7, 1, patient, Purpose.Arrival).NextUniform());
        }

        return sum;
    }

    /// <summary>The day of an event of constant hazard.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double ExponentialDay() => Days(Exponential);

    /// <summary>The day of an event of Weibull hazard.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double WeibullDay() => Days(Weibull);

    /// <summary>The day of an event of four constant hazards, one after the other.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double PiecewiseDay() => Days(Piecewise);

    /// <summary>The day of an event of log-normal time.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double LogNormalDay() => Days(LogNormal);

    private static double Days(Hazard hazard)
    {
        double sum = 0;
        for (uint patient = 0; patient < Count; patient++)
        {
            sum += hazard.DayOf(new Draws(7, 1, patient, Purpose.Arrival).NextExponential());
        }

        return sum;
    }
}
