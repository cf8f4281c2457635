using TrialSim.Kernel;

namespace TrialSim.Tests;

/// <summary>One queue for several servers, with exponential gaps between arrivals, on the kernel's resources.</summary>
internal static class SingleQueue
{
    /// <summary>The waits of all customers, and whether they had to wait, by cycles that begin with an empty system.</summary>
    /// <param name="arrivalRate">Arrivals per unit of time.</param>
    /// <param name="servers">Number of servers.</param>
    /// <param name="customers">Number of customers.</param>
    /// <param name="nextService">Length of the next service, in the same unit.</param>
    public static (RegenerativeMean Wait, RegenerativeMean HasToWait) Simulate(double arrivalRate, int servers, int customers, Func<double> nextService)
    {
        SplitMix64 arrivals = new(20261121);
        Simulation simulation = new();
        Resource resource = new(simulation, servers);
        RegenerativeMean wait = new();
        RegenerativeMean hasToWait = new();
        int present = 0;
        simulation.Process(Arrivals());

        simulation.Run();

        return (wait, hasToWait);

        IEnumerable<Event> Arrivals()
        {
            for (int customer = 0; customer < customers; customer++)
            {
                yield return simulation.TimeoutD(arrivals.NextExponential(1 / arrivalRate));
                simulation.Process(Customer());
            }
        }

        IEnumerable<Event> Customer()
        {
            if (present++ == 0)
            {
                wait.BeginCycle();
                hasToWait.BeginCycle();
            }

            int cycle = wait.CurrentCycle;
            double arrival = simulation.NowD;
            using Request request = resource.Request();
            bool isServedAtOnce = request.IsTriggered;
            yield return request;
            wait.Add(cycle, simulation.NowD - arrival);
            hasToWait.Add(cycle, isServedAtOnce ? 0 : 1);
            yield return simulation.TimeoutD(nextService());
            present--;
        }
    }
}
