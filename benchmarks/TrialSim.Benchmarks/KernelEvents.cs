using BenchmarkDotNet.Attributes;
using TrialSim.Engine.Randomness;

namespace TrialSim.Benchmarks;

/// <summary>What the calendar costs that the engine is built with: timeouts of many processes and of one, and requests of a resource. Times and bytes are those of one timeout or request.</summary>
[MemoryDiagnoser, MeasuredIn(MeasuredTime.Processor)]
public class KernelEvents
{
    private const int Patients = 10_000;
    private const int TimeoutsEach = 12;
    private const int Timeouts = Patients * TimeoutsEach;
    private const int Places = 3;

    private readonly double[] _delays = new double[Timeouts];

    /// <summary>Draws the delays, so that the calendar alone is measured.</summary>
    [GlobalSetup]
    public void Draw()
    {
        for (uint index = 0; index < _delays.Length; index++)
        {
            _delays[index] = new Draws(7, 1, index, Purpose.Arrival).NextExponential();
        }
    }

    /// <summary>One process, so that the calendar holds one entry.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Timeouts)]
    public double OneAtATime()
    {
        Simulation simulation = new();
        simulation.Process(Wait(simulation, 0, Timeouts));
        simulation.Run();
        return simulation.NowD;
    }

    /// <summary>10,000 processes of twelve timeouts each, all at the same time.</summary>
    [Benchmark(OperationsPerInvoke = Timeouts)]
    public double OfManyProcesses()
    {
        Simulation simulation = new();
        for (int patient = 0; patient < Patients; patient++)
        {
            simulation.Process(Wait(simulation, patient * TimeoutsEach, TimeoutsEach));
        }

        simulation.Run();
        return simulation.NowD;
    }

    /// <summary>10,000 processes that ask for one of three places, twelve times each, hold it for a while and give it back: a request, a timeout and a release.</summary>
    [Benchmark(OperationsPerInvoke = Timeouts)]
    public double Requests()
    {
        Simulation simulation = new();
        Resource resource = new(simulation, Places);
        for (int patient = 0; patient < Patients; patient++)
        {
            simulation.Process(Hold(simulation, resource, patient * TimeoutsEach));
        }

        simulation.Run();
        return simulation.NowD;
    }

    private IEnumerable<Event> Wait(Simulation simulation, int first, int count)
    {
        for (int index = first; index < first + count; index++)
        {
            yield return simulation.TimeoutD(_delays[index]);
        }
    }

    private IEnumerable<Event> Hold(Simulation simulation, Resource resource, int first)
    {
        for (int index = first; index < first + TimeoutsEach; index++)
        {
            using Request request = resource.Request();
            yield return request;
            yield return simulation.TimeoutD(_delays[index]);
        }
    }
}
