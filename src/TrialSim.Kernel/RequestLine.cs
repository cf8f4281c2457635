namespace TrialSim.Kernel;

/// <summary>
/// The places of a resource and the requests that wait for one, by priority (smaller first), then in the order in which they were made.
/// </summary>
internal sealed class RequestLine
{
    private readonly Simulation _environment;
    private readonly EventCalendar _waiting = new();
    private long _nextSerial;

    public RequestLine(Simulation environment, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _environment = environment;
        Capacity = capacity;
    }

    public int Capacity { get; }

    public int InUse { get; private set; }

    public Request Request(double priority)
    {
        if (double.IsNaN(priority))
        {
            throw new ArgumentOutOfRangeException(nameof(priority), priority, "A priority is a number.");
        }

        Request request = new(_environment, this);
        _waiting.Add(priority, 0, _nextSerial++, request);
        Serve();
        return request;
    }

    public Release Release(Request request)
    {
        if (!ReferenceEquals(request.Line, this))
        {
            throw new InvalidOperationException("The request was made to another resource. Release it there.");
        }

        switch (request.Stage)
        {
            case RequestStage.Waiting:
                break; // It stays in the queue as cancelled, and is passed over when its turn comes.
            case RequestStage.Served:
                InUse--;
                break;
            default:
                throw new InvalidOperationException("The request has been released before. A using statement releases it too.");
        }

        request.Stage = RequestStage.Released;
        return new Release(_environment, request);
    }

    /// <summary>Gives the free places to those who wait.</summary>
    public void Serve()
    {
        while (InUse < Capacity && _waiting.Count > 0)
        {
            Request request = (Request)_waiting.RemoveFirst(out _);
            if (request.Stage == RequestStage.Waiting)
            {
                InUse++;
                request.Stage = RequestStage.Served;
                request.Succeed();
            }
        }
    }
}
