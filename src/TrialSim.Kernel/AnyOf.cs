namespace TrialSim.Kernel;

/// <summary>Succeeds as soon as one of its operands has; at once if it has none. <c>a | b</c> makes one.</summary>
public sealed class AnyOf : Condition
{
    /// <summary>Waits for the first of the events given.</summary>
    /// <exception cref="ArgumentException">An event belongs to another simulation.</exception>
    public AnyOf(Simulation environment, params Event[] events)
        : this([.. events], environment)
    {
    }

    /// <summary>Waits for the first of the events given.</summary>
    /// <exception cref="ArgumentException">An event belongs to another simulation.</exception>
    public AnyOf(Simulation environment, IEnumerable<Event> events)
        : this([.. events], environment)
    {
    }

    internal AnyOf(Event[] owned, Simulation environment)
        : base(environment, owned, Math.Min(1, owned.Length))
    {
    }
}
