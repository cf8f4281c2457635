namespace TrialSim.Kernel.Tests;

public sealed class ResourceTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Fact, Trait("Source", "ByHand")]
    public void Resource_TwoPlacesFourUsers_ServesInTheOrderOfRequests()
    {
        Resource resource = new(_simulation, 2);
        foreach ((string name, double service) in new[] { ("a", 3.0), ("b", 1.0), ("c", 5.0), ("d", 1.0) })
        {
            _simulation.Process(User(resource, name, service));
        }

        _simulation.Run();

        // a and b at once; c when b leaves at 1; d when a leaves at 3; d leaves at 4, c at 6.
        Assert.Equal(["a in 0", "b in 0", "b out 1", "c in 1", "a out 3", "d in 3", "d out 4", "c out 6"], _log);
        Assert.Equal(0, resource.InUse);
        Assert.Equal(2, resource.Remaining);
        Assert.Equal(2, resource.Capacity);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Request_PlaceFree_IsTriggeredAtOnceAndHappensInItsTurn()
    {
        Resource resource = new(_simulation);

        Request first = resource.Request();
        Request second = resource.Request();

        Assert.True(first.IsTriggered);
        Assert.False(first.IsProcessed);
        Assert.True(second.IsAlive);
        Assert.Equal((1, 0), (resource.InUse, resource.Remaining));
        _simulation.Run();
        Assert.True(first.IsProcessed);
        Assert.True(second.IsAlive);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Release_Place_IsFreeAtOnceAndTheNextIsServedWhenTheReleaseHappens()
    {
        Resource resource = new(_simulation);
        Request first = resource.Request();
        Request second = resource.Request();

        Release release = resource.Release(first);

        Assert.Same(first, release.Request);
        Assert.Equal(0, resource.InUse);
        Assert.False(second.IsTriggered);
        _simulation.Run(release);
        Assert.Equal(1, resource.InUse);
        Assert.True(second.IsTriggered);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Request_MadeBetweenAReleaseAndItsEvent_DoesNotOvertakeTheQueue()
    {
        Resource resource = new(_simulation);
        Request first = resource.Request();
        Request second = resource.Request();
        resource.Release(first);

        Request third = resource.Request();

        Assert.True(second.IsTriggered);
        Assert.True(third.IsAlive);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Release_OfAWaitingRequest_CancelsIt()
    {
        Resource resource = new(_simulation);
        Request first = resource.Request();
        Request second = resource.Request();
        Request third = resource.Request();

        resource.Release(second);
        resource.Release(first);
        _simulation.Run();

        Assert.False(second.IsTriggered);
        Assert.True(third.IsProcessed);
        Assert.Equal(1, resource.InUse);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Release_ASecondTime_IsRefused()
    {
        Resource resource = new(_simulation);
        Request served = resource.Request();
        Request waiting = resource.Request();
        resource.Release(waiting);
        resource.Release(served);

        Assert.Throws<InvalidOperationException>(() => resource.Release(served));
        Assert.Throws<InvalidOperationException>(waiting.Dispose);
        _simulation.Run();
        Assert.Equal(0, resource.InUse);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Release_AtAnotherResource_IsRefused()
    {
        Request request = new Resource(_simulation).Request();

        Assert.Throws<InvalidOperationException>(() => new Resource(_simulation).Release(request));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Resource_WithoutPlaces_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource(_simulation, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriorityResource(_simulation, -1));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Request_GivenUpAfterAWhile_LeavesTheQueueByUsing()
    {
        Resource resource = new(_simulation);
        _simulation.Process(User(resource, "a", 10));
        _simulation.Process(Impatient());
        _simulation.Process(User(resource, "c", 1));

        _simulation.Run();

        Assert.Equal(["a in 0", "gave up 4", "a out 10", "c in 10", "c out 11"], _log);
        Assert.Equal(0, resource.InUse);

        IEnumerable<Event> Impatient()
        {
            using Request request = resource.Request();
            yield return request | _simulation.TimeoutD(4);
            _log.Add(request.IsTriggered ? $"impatient in {_simulation.NowD}" : $"gave up {_simulation.NowD}");
        }
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(2, "interrupted 2", "c in 5")] // While queued: the place of a goes to c at 5.
    [InlineData(6, "interrupted 6", "c in 6")] // While served since 5: the place goes to c at once.
    public void Request_OfAnInterruptedProcess_IsGivenBackByUsing(double time, string interrupted, string next)
    {
        Resource resource = new(_simulation);
        _simulation.Process(User(resource, "a", 5));
        Process victim = _simulation.Process(Victim());
        _simulation.Process(User(resource, "c", 1));
        _simulation.TimeoutD(time).AddCallback(_ => victim.Interrupt());

        _simulation.Run();

        Assert.Contains(interrupted, _log);
        Assert.Contains(next, _log);
        Assert.Equal(0, resource.InUse);
        Assert.True(victim.IsOk);

        IEnumerable<Event> Victim()
        {
            using Request request = resource.Request();
            yield return request;
            if (!_simulation.ActiveProcess.HandleFault())
            {
                yield return _simulation.TimeoutD(10);
                Assert.True(_simulation.ActiveProcess.HandleFault());
            }

            _log.Add($"interrupted {_simulation.NowD}");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void PriorityResource_FullQueue_ServesByPriorityThenInTheOrderOfRequests()
    {
        PriorityResource resource = new(_simulation);
        Request busy = resource.Request();
        (string Name, Request Request)[] waiting =
        [
            ("standard", resource.Request()), // Priority 1.
            ("late", resource.Request(2)),
            ("urgent", resource.Request(0)),
            ("standard again", resource.Request(1)),
            ("urgent again", resource.Request(0)),
            ("first", resource.Request(-0.5)),
        ];
        foreach ((string name, Request request) in waiting)
        {
            request.AddCallback(_ =>
            {
                _log.Add(name);
                resource.Release(request);
            });
        }

        resource.Release(busy);
        _simulation.Run();

        Assert.Equal(["first", "urgent", "urgent again", "standard", "standard again", "late"], _log);
        Assert.Equal(0, resource.InUse);
        Assert.Equal(1, resource.Remaining);
    }

    [Fact, Trait("Source", "ByHand")]
    public void PriorityResource_PriorityThatIsNoNumber_IsRefused()
    {
        PriorityResource resource = new(new Simulation());

        Assert.Throws<ArgumentOutOfRangeException>(() => resource.Request(double.NaN));
        Assert.Equal(0, resource.InUse);
    }

    [Fact, Trait("Source", "ByHand")]
    public void PriorityResource_UrgentRequest_DoesNotDisplaceWhoIsServed()
    {
        PriorityResource resource = new(_simulation);
        Request served = resource.Request(5);
        Request urgent = resource.Request(-5);

        _simulation.Run();

        Assert.True(served.IsProcessed);
        Assert.True(urgent.IsAlive);
        Assert.Equal(1, resource.Capacity);
    }

    [Fact, Trait("Source", "Regression")]
    public void PriorityResource_WaitingRequestReleased_IsCancelled()
    {
        PriorityResource resource = new(_simulation);
        Request served = resource.Request();
        Request cancelled = resource.Request(0);
        Request next = resource.Request(1);

        cancelled.Dispose();
        served.Dispose();
        _simulation.Run();

        Assert.False(cancelled.IsTriggered);
        Assert.True(next.IsProcessed);
        Assert.Equal(1, resource.InUse);
    }

    // Property: whatever is asked for, given up and given back, no more places are in use than there are, and none is idle while somebody
    // waits.
    [Fact, Trait("Source", "Property")]
    public void Resource_AnyCourse_IsNeitherOverbookedNorIdleWhileSomebodyWaits()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            SplitMix64 draws = new(seed);
            Simulation simulation = new();
            PriorityResource resource = new(simulation, 3);
            int waiting = 0;
            int violations = 0;
            for (int user = 0; user < 100; user++)
            {
                simulation.Process(User());
            }

            for (int time = 0; time < 30; time++)
            {
                simulation.RunD(0.5); // Between the whole numbers at which things happen.
                violations += resource.InUse <= 3 && (waiting == 0 || resource.Remaining == 0) ? 0 : 1;
                simulation.RunD(0.5);
            }

            Assert.Equal(0, violations);
            simulation.Run();
            Assert.Equal((0, 0), (resource.InUse, waiting));

            IEnumerable<Event> User()
            {
                yield return simulation.TimeoutD(draws.NextBelow(20));
                using Request request = resource.Request(draws.NextBelow(3));
                waiting++;
                yield return request | simulation.TimeoutD(draws.NextBelow(6));
                waiting--;
                if (request.IsTriggered)
                {
                    yield return simulation.TimeoutD(draws.NextBelow(4));
                }
            }
        }
    }

    private IEnumerable<Event> User(Resource resource, string name, double service)
    {
        using Request request = resource.Request();
        yield return request;
        _log.Add($"{name} in {_simulation.NowD}");
        yield return _simulation.TimeoutD(service);
        _log.Add($"{name} out {_simulation.NowD}");
    }
}
