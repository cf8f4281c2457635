namespace TrialSim.Kernel;

/// <summary>Succeeds as soon as all its operands have; at once if it has none. <c>a &amp; b</c> makes one.</summary>
public sealed class AllOf : Condition
{
    /// <summary>Waits for all the events given.</summary>
    /// <exception cref="ArgumentException">An event belongs to another simulation.</exception>
    public AllOf(Simulation environment, params Event[] events)
        : this([.. events], environment)
    {
    }

    /// <summary>Waits for all the events given.</summary>
    /// <exception cref="ArgumentException">An event belongs to another simulation.</exception>
    public AllOf(Simulation environment, IEnumerable<Event> events)
        : this([.. events], environment)
    {
    }

    internal AllOf(Event[] owned, Simulation environment)
        : base(environment, owned, owned.Length)
    {
    }
}
