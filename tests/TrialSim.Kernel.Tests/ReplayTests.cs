namespace TrialSim.Kernel.Tests;

public sealed class ReplayTests
{
    // A busy world of 40 users with timeouts, conditions, requests, interrupts and ties: run again it writes the same log, and so it does
    // next to others on other threads.
    [Fact, Trait("Source", "Property")]
    public void World_RunAgainAndOnOtherThreads_WritesTheSameLog()
    {
        string[] once = [.. Enumerable.Range(0, 8).Select(seed => LogOf((ulong)seed))];
        string[] again = [.. Enumerable.Range(0, 8).AsParallel().AsOrdered().Select(seed => LogOf((ulong)seed))];

        Assert.Equal(once, again);
        Assert.Equal(8, once.Distinct().Count());
        Assert.All(once, log => Assert.True(log.Count(character => character == '\n') > 400));
    }

    private static string LogOf(ulong seed)
    {
        SplitMix64 draws = new(seed);
        Simulation simulation = new();
        Resource resource = new(simulation, 2);
        List<Process> users = [];
        List<string> log = [];
        for (int user = 0; user < 40; user++)
        {
            users.Add(simulation.Process(User(user), draws.NextBelow(3)));
        }

        simulation.RunD(60);
        return string.Join('\n', log);

        IEnumerable<Event> User(int user)
        {
            simulation.ActiveProcess.HandleFault(); // It may be interrupted before it has begun.
            for (int round = 0; round < 20; round++)
            {
                yield return simulation.TimeoutD(draws.NextBelow(4), draws.NextBelow(3)) | simulation.TimeoutD(2);
                log.Add($"{simulation.NowD} {user} woke {simulation.ActiveProcess.HandleFault()}");
                Process other = users[draws.NextBelow(users.Count)];
                if (draws.NextBelow(5) == 0 && other.IsAlive && other != simulation.ActiveProcess)
                {
                    other.Interrupt(user);
                }

                using Request request = resource.Request();
                yield return request | simulation.TimeoutD(draws.NextBelow(3));
                log.Add($"{simulation.NowD} {user} served {request.IsTriggered} {simulation.ActiveProcess.HandleFault()}");
            }
        }
    }
}
