namespace TrialSim.Kernel;

/// <summary>A number of places, given to requests by their priority, then in the order in which they were made.</summary>
public sealed class PriorityResource
{
    private readonly RequestLine _line;

    /// <summary>A resource with all its places free.</summary>
    /// <param name="environment">The simulation to which it belongs.</param>
    /// <param name="capacity">The number of places, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public PriorityResource(Simulation environment, int capacity = 1)
    {
        _line = new RequestLine(environment, capacity);
    }

    /// <summary>The number of places.</summary>
    public int Capacity => _line.Capacity;

    /// <summary>The places taken.</summary>
    public int InUse => _line.InUse;

    /// <summary>The places free.</summary>
    public int Remaining => Capacity - InUse;

    /// <summary>Asks for a place. A free one is taken at once; the request then happens at this time, with priority 0.</summary>
    /// <param name="priority">Smaller is served first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The priority is not a number.</exception>
    public Request Request(double priority = 1) => _line.Request(priority);

    /// <summary>Gives a place back, or cancels a request that still waits.</summary>
    /// <returns>An event of this time and priority 0; the next in the queue is served when it happens.</returns>
    /// <exception cref="InvalidOperationException">The request has been released before, or was made to another resource.</exception>
    public Release Release(Request request) => _line.Release(request);
}
