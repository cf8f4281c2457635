namespace TrialSim.Kernel;

/// <summary>
/// A clock and the events scheduled on it. Events happen in the order of their time, then of their priority (smaller first), then of their
/// scheduling.
/// </summary>
/// <remarks>
/// Not thread-safe; simulations share nothing, so each thread may run its own. One may be left at any moment without further ado. Time is a
/// number in a unit of the caller's choice. The names and meanings follow SimSharp 3.4; the differences are in
/// <c>docs/kernel.md</c>.
/// </remarks>
public sealed class Simulation
{
    /// <summary>Of an event that ends a run: before every other event of its time and priority.</summary>
    private const long FirstSerial = -1;

    private static readonly TimeSpan StandardStep = TimeSpan.FromSeconds(1);

    private readonly EventCalendar _calendar = new();
    private readonly TimeSpan _step;
    private long _nextSerial;
    private Process? _activeProcess;
    private bool _isStopped;

    /// <summary>A simulation at time 0, of which one unit counts as a second where a <see cref="TimeSpan"/> is given.</summary>
    public Simulation()
        : this(StandardStep)
    {
    }

    /// <summary>A simulation at time 0.</summary>
    /// <param name="defaultStep">How long one unit of time is where a <see cref="TimeSpan"/> is given; a second if omitted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public Simulation(TimeSpan? defaultStep)
    {
        _step = defaultStep ?? StandardStep;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_step, TimeSpan.Zero, nameof(defaultStep));
    }

    /// <summary>The time of the event that happened last; 0 at first.</summary>
    public double NowD { get; private set; }

    /// <summary>The process whose body is running.</summary>
    /// <exception cref="InvalidOperationException">No process is running.</exception>
    public Process ActiveProcess
    {
        get => _activeProcess ?? throw new InvalidOperationException("No process is running. Ask for the active one inside its body.");
    }

    /// <summary>How many events have happened, without those that only ended a run.</summary>
    public int ProcessedEvents { get; private set; }

    /// <summary>Starts a process now: its body runs up to the first yield when the start is reached in the order of events.</summary>
    /// <param name="generator">The body; it is enumerated once.</param>
    /// <param name="priority">Of the start among the events of this time; smaller is earlier.</param>
    public Process Process(IEnumerable<Event> generator, int priority = 0) => new(this, generator, priority);

    /// <summary>An event that succeeds after a delay.</summary>
    /// <param name="delay">In units of the clock, not negative and finite.</param>
    /// <param name="priority">Among the events of that time; smaller is earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative, infinite or not a number.</exception>
    public Timeout TimeoutD(double delay, int priority = 0) => new(this, delay, priority);

    /// <summary>An event that succeeds after a delay, converted to units of the clock by the default step.</summary>
    /// <param name="delay">Not negative.</param>
    /// <param name="priority">Among the events of that time; smaller is earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public Timeout Timeout(TimeSpan delay, int priority = 0) => TimeoutD(ToDouble(delay), priority);

    /// <summary>A span in units of the clock.</summary>
    public double ToDouble(TimeSpan span) => span / _step;

    /// <summary>A span given in units of the clock.</summary>
    public TimeSpan ToTimeSpan(double span) => span * _step;

    /// <summary>The time of the next event, <see cref="double.MaxValue"/> if none is scheduled.</summary>
    public double PeekD() => _calendar.Count == 0 ? double.MaxValue : _calendar.FirstTime;

    /// <summary>Moves the clock to the next event and lets it happen.</summary>
    /// <exception cref="InvalidOperationException">No event is scheduled, or a process did not react to a fault.</exception>
    public void Step()
    {
        if (_calendar.Count == 0)
        {
            throw new InvalidOperationException("No event is scheduled. Ask PeekD before a step.");
        }

        Event next = _calendar.RemoveFirst(out double time);
        NowD = time;
        if (next is Process { HasStarted: false } starting)
        {
            starting.Start();
        }
        else
        {
            next.Process();
        }

        ProcessedEvents++;
    }

    /// <summary>Runs until no event is left.</summary>
    /// <returns>Always <c>null</c>.</returns>
    public object? Run()
    {
        RunWhileScheduled();
        return null;
    }

    /// <summary>
    /// Runs until an event happens. Callbacks that were added to it before this call are run, those added later are not.
    /// </summary>
    /// <returns>The value of the event; at once if it has happened already.</returns>
    /// <exception cref="InvalidOperationException">No event is left and this one was never triggered.</exception>
    public object? Run(Event stopEvent)
    {
        if (stopEvent.IsProcessed)
        {
            return stopEvent.Value;
        }

        stopEvent.AddStop();
        RunWhileScheduled();
        return stopEvent.IsTriggered
            ? stopEvent.Value
            : throw new InvalidOperationException("No event is left, and the one to run until was never triggered.");
    }

    /// <summary>
    /// Runs for a span of time and leaves the clock at its end. The run ends before the events of that instant, except those of negative
    /// priority, which still happen.
    /// </summary>
    /// <param name="until">The span, from now, in units of the clock, positive and finite; if omitted, the run ends when no event is
    /// left.</param>
    /// <returns>Always <c>null</c>.</returns>
    /// <exception cref="InvalidOperationException">The end is not after now.</exception>
    public object? RunD(double? until = null)
    {
        if (until is not double span)
        {
            return Run();
        }

        double end = NowD + span;
        if (!(end > NowD && double.IsFinite(end)))
        {
            throw new InvalidOperationException($"A run for {span} from {NowD} ends at no later time. Run for a positive, finite span.");
        }

        Event stop = new(this);
        stop.MarkTriggered();
        _calendar.Add(end, 0, FirstSerial, stop);
        return Run(stop);
    }

    internal void Schedule(Event scheduled, int priority) => _calendar.Add(NowD, priority, _nextSerial++, scheduled);

    internal void Schedule(Event scheduled, double delay, int priority)
    {
        double time = NowD + delay;
        if (!(delay >= 0 && double.IsFinite(time)))
        {
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "A delay is finite and not negative.");
        }

        _calendar.Add(time, priority, _nextSerial++, scheduled);
    }

    internal void Replace(Event scheduled, Event other) => _calendar.Replace(scheduled, other);

    internal bool IsActive(Process process) => ReferenceEquals(_activeProcess, process);

    internal void Enter(Process process) => _activeProcess = process;

    internal void Leave() => _activeProcess = null;

    internal void Stop() => _isStopped = true;

    private void RunWhileScheduled()
    {
        _isStopped = false;
        try
        {
            while (!_isStopped && _calendar.Count > 0)
            {
                Step();
            }
        }
        finally
        {
            // An exception of a body passes through here; the simulation can be looked at and run on afterwards.
            _activeProcess = null;
        }

        if (_isStopped)
        {
            ProcessedEvents--;
        }
    }
}
