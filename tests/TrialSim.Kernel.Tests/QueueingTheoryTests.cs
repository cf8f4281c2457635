namespace TrialSim.Kernel.Tests;

/// <summary>
/// Queues whose mean waiting time is known in closed form. Each test runs one seed and expects the mean within 4.89 standard errors, which
/// a right kernel leaves once in a million seeds (two-sided); and it expects a standard error small enough for the test to mean something.
/// </summary>
public sealed class QueueingTheoryTests
{
    private const double OnceInAMillion = 4.8916; // The normal quantile of 1 - 0.5e-6.
    private const int Customers = 400_000;

    // M/M/1 with arrival rate 0.7 and service rate 1: Wq = 0.7 / (1 - 0.7) = 7/3.
    [Fact, Trait("Source", "Theory")]
    public void OneServer_ExponentialService_WaitsAsMM1()
    {
        SplitMix64 services = new(1);

        (RegenerativeMean wait, _) = Simulate(0.7, servers: 1, () => services.NextExponential(1));

        ShouldBe(0.7 / 0.3, wait, maximalRelativeError: 0.02);
    }

    // M/D/1 with arrival rate 0.7 and service of length 1 (Pollaczek and Khinchine): Wq = 0.7 / (2 (1 - 0.7)) = 7/6.
    [Fact, Trait("Source", "Theory")]
    public void OneServer_ConstantService_WaitsAsMD1()
    {
        (RegenerativeMean wait, _) = Simulate(0.7, servers: 1, () => 1);

        ShouldBe(0.7 / 0.6, wait, maximalRelativeError: 0.02);
    }

    // M/M/3 with load a = 2.1 erlang. Erlang C: (a^3/6)/(1 - 0.7) = 5.145 over 1 + a + a^2/2 + 5.145 = 10.45, so P(wait) = 0.49234; Wq =
    // P(wait) / (3 - 2.1) = 0.54705.
    [Fact, Trait("Source", "Theory")]
    public void ThreeServers_ExponentialService_WaitAsErlangC()
    {
        SplitMix64 services = new(2);

        (RegenerativeMean wait, RegenerativeMean hasToWait) = Simulate(2.1, servers: 3, () => services.NextExponential(1));

        ShouldBe(5.145 / 10.45, hasToWait, maximalRelativeError: 0.01);
        ShouldBe(5.145 / 10.45 / 0.9, wait, maximalRelativeError: 0.02);
    }

    // M/M/1 with two classes, urgent arrivals 0.3 and others 0.4 (Cobham 1954): W0 = 0.7, urgent wait W0/(1 - 0.3) = 1, others W0/((1 -
    // 0.3)(1 - 0.7)) = 10/3.
    [Fact, Trait("Source", "Theory")]
    public void OneServerWithPriorities_ExponentialService_WaitsAsCobham()
    {
        SplitMix64 draws = new(3);
        Simulation simulation = new();
        PriorityResource server = new(simulation);
        RegenerativeMean urgent = new();
        RegenerativeMean other = new();
        int present = 0;
        simulation.Process(Arrivals());

        simulation.Run();

        ShouldBe(1, urgent, maximalRelativeError: 0.02);
        ShouldBe(10.0 / 3, other, maximalRelativeError: 0.03);

        IEnumerable<Event> Arrivals()
        {
            for (int customer = 0; customer < Customers; customer++)
            {
                yield return simulation.TimeoutD(draws.NextExponential(1 / 0.7));
                simulation.Process(Customer(draws.NextUniform() < 3.0 / 7));
            }
        }

        IEnumerable<Event> Customer(bool isUrgent)
        {
            if (present++ == 0)
            {
                urgent.BeginCycle();
                other.BeginCycle();
            }

            RegenerativeMean own = isUrgent ? urgent : other;
            int cycle = own.CurrentCycle;
            double arrival = simulation.NowD;
            using Request request = server.Request(isUrgent ? 0 : 1);
            yield return request;
            own.Add(cycle, simulation.NowD - arrival);
            yield return simulation.TimeoutD(draws.NextExponential(1));
            present--;
        }
    }

    private static (RegenerativeMean Wait, RegenerativeMean HasToWait) Simulate(double arrivalRate, int servers, Func<double> nextService) =>
        SingleQueue.Simulate(arrivalRate, servers, Customers, nextService);

    private static void ShouldBe(double expected, RegenerativeMean estimated, double maximalRelativeError)
    {
        (double mean, double standardError) = estimated.Estimate();
        Assert.True(standardError < maximalRelativeError * expected, $"The error {standardError} is too large to test {expected}.");
        Assert.True(
            Math.Abs(mean - expected) < OnceInAMillion * standardError,
            $"Expected {expected}, found {mean} with standard error {standardError}.");
    }
}
