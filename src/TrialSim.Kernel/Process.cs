namespace TrialSim.Kernel;

/// <summary>
/// A course of events written as an iterator: each event it yields is waited for. The process is itself an event, which happens when its
/// body has ended.
/// </summary>
/// <remarks>
/// When the event waited for fails, or when somebody interrupts, the body goes on with <see cref="Event.IsOk"/> false and the cause as <see
/// cref="Event.Value"/> of the process. It has to call <see cref="HandleFault"/> before it yields again; if it ends instead, the process
/// fails with that cause. The body may end itself with a result by <c>simulation.ActiveProcess.Succeed(result)</c>; otherwise the result is
/// the value of the last event it waited for.
/// </remarks>
public sealed class Process : Event
{
    private readonly IEnumerator<Event> _body;

    /// <summary>Starts a process now.</summary>
    /// <param name="environment">The simulation in which it lives.</param>
    /// <param name="generator">The body; it is enumerated once.</param>
    /// <param name="priority">Of the start among the events of this time; smaller is earlier.</param>
    public Process(Simulation environment, IEnumerable<Event> generator, int priority = 0)
        : base(environment)
    {
        _body = generator.GetEnumerator();
        IsOk = true;
        Target = this; // Thousands of processes start at once; none needs another object for it.
        environment.Schedule(this, priority);
    }

    /// <summary>The event the process waits for or waited for last; the process itself until it has started.</summary>
    public Event Target { get; private set; }

    /// <summary>
    /// Makes the process stop waiting at once, and go on with a fault when the interrupt is reached in the order of events. Several
    /// interrupts of one instant arrive one after the other; those that come after the end of the process are dropped.
    /// </summary>
    /// <param name="cause">What the process finds as its value.</param>
    /// <param name="priority">Among the events of this time; smaller is earlier.</param>
    /// <exception cref="InvalidOperationException">The process has ended, or it tries to interrupt itself.</exception>
    public void Interrupt(object? cause = null, int priority = 0)
    {
        if (IsTriggered)
        {
            throw new InvalidOperationException("The process has ended and cannot be interrupted. Ask IsAlive first.");
        }

        if (Environment.IsActive(this))
        {
            throw new InvalidOperationException("A process cannot interrupt itself.");
        }

        Event interrupt = new(Environment);
        interrupt.AddListener(this);
        interrupt.Fail(cause, priority);
        if (HasStarted)
        {
            Target.RemoveListener(this);
        }
        else
        {
            StartNobody();
        }
    }

    /// <summary>Accepts a fault, after which the process may go on.</summary>
    /// <returns>Whether there was a fault.</returns>
    public bool HandleFault()
    {
        bool isFaulted = !IsOk;
        IsOk = true;
        return isFaulted;
    }

    /// <summary>Whether the start has been reached, or an interrupt came before it.</summary>
    internal bool HasStarted { get; private set; }

    internal void Start()
    {
        HasStarted = true;
        Resume(this);
    }

    internal void Resume(Event happened)
    {
        if (!ReferenceEquals(happened, Target))
        {
            // An interrupt. The process may have ended, or found something new to wait for, since it was scheduled.
            if (IsTriggered)
            {
                return;
            }

            Target.RemoveListener(this);
        }

        Environment.Enter(this);
        while (Advance(happened) && Target.IsProcessed)
        {
            happened = Target;
        }

        Environment.Leave();
    }

    /// <summary>An interrupt comes before the start: that still happens, but starts nothing any more.</summary>
    private void StartNobody()
    {
        HasStarted = true;
        Event start = new(Environment);
        start.MarkTriggered();
        Environment.Replace(this, start);
        Target = start;
    }

    /// <summary>Runs the body up to its next yield. False if it has ended.</summary>
    private bool Advance(Event happened)
    {
        bool isInterruption = !happened.IsOk;
        if (isInterruption)
        {
            IsOk = false;
            Value = happened.Value;
        }

        bool hasYielded = _body.MoveNext();
        if (IsTriggered)
        {
            return false; // The body called Succeed or Fail; what it yields after that is not waited for.
        }

        if (hasYielded)
        {
            if (isInterruption && !IsOk)
            {
                throw new InvalidOperationException("A process went on after a fault. Call its HandleFault before the next yield.");
            }

            WaitFor(_body.Current);
        }
        else if (IsOk)
        {
            Succeed(happened.Value);
        }
        else
        {
            Fail(happened.Value);
        }

        return hasYielded;
    }

    private void WaitFor(Event? next)
    {
        if (next is null || !ReferenceEquals(next.Environment, Environment))
        {
            throw new InvalidOperationException("A process yielded no event of its own simulation. Yield an event made for it.");
        }

        Target = next;
        Value = next.Value;
        if (!next.IsProcessed)
        {
            next.AddListener(this);
        }
    }
}
