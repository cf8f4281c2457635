using TrialSim.Tests;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V36",
    "Waiting for one of c servers",
    Source = "Erlang C, closed form",
    Asserts = "Share that waits and mean wait of M/M/1, M/M/3 and M/M/5, simulated by the kernel's resources",
    Tolerance = "M, with regenerative errors")]
public sealed class V36QueueTests(ITestOutputHelper output)
{
    private const int Customers = 300_000;

    [Theory, Trait("Source", "Theory")]
    [InlineData(1, 0.7, 0.7)]
    [InlineData(3, 2.1, 0.49234)] // (2.1³/6)/(1 − 0.7) = 5.145 over 1 + 2.1 + 2.1²/2 + 5.145 = 10.45
    [InlineData(5, 3.0, 0.23615)]
    public void WaitsAsErlangC(int servers, double load, double printed)
    {
        double waiting = ErlangC(servers, load);
        Assert.Equal(printed, waiting, 6e-6);
        SplitMix64 services = new(2);
        (RegenerativeMean wait, RegenerativeMean hasToWait) = SingleQueue.Simulate(load, servers, Customers, () => services.NextExponential(1));

        Agreement agreement = Agreement.WithinFourErrors(output);
        (double mean, double error) = hasToWait.Estimate();
        Assert.True(error < 0.02 * waiting);
        agreement.Mean($"V36 share that waits, {servers} servers", mean, error, Expected.Exact(waiting));
        (mean, error) = wait.Estimate();
        Assert.True(error < 0.04 * mean);
        agreement.Mean($"V36 wait, {servers} servers", mean, error, Expected.Exact(waiting / (servers - load)));
    }

    // Erlang B by its recursion, then C; services last one unit of time on average.
    private static double ErlangC(int servers, double load)
    {
        double blocked = 1.0;
        for (int n = 1; n <= servers; n++)
        {
            blocked = load * blocked / (n + (load * blocked));
        }

        return blocked / (1.0 - (load / servers * (1.0 - blocked)));
    }
}
