namespace TrialSim.Kernel;

/// <summary>
/// An event that succeeds when a resource has a place. Disposing of it gives the place back, or cancels the request if it still waits, so a
/// <c>using</c> statement
/// around the yields of a process does the right thing after an interrupt too.
/// </summary>
public sealed class Request : Event, IDisposable
{
    internal Request(Simulation environment, RequestLine line)
        : base(environment)
    {
        Line = line;
    }

    internal RequestLine Line { get; }

    internal RequestStage Stage { get; set; }

    /// <summary>Releases the request.</summary>
    /// <exception cref="InvalidOperationException">The request has been released before.</exception>
    public void Dispose() => Line.Release(this);
}
