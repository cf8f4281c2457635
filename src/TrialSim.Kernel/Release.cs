namespace TrialSim.Kernel;

/// <summary>
/// An event of the same instant in which a place was given back or a request cancelled. The place is free at once; who waits for it is
/// served when the release happens.
/// </summary>
public sealed class Release : Event
{
    internal Release(Simulation environment, Request request)
        : base(environment)
    {
        Request = request;
        Succeed();
    }

    /// <summary>The request that was released.</summary>
    public Request Request { get; }

    /// <inheritdoc/>
    public override void Process()
    {
        MarkProcessed();
        Request.Line.Serve();
        NotifyListeners();
    }
}
