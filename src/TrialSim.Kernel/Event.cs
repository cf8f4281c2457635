using System.Diagnostics.CodeAnalysis;

namespace TrialSim.Kernel;

/// <summary>
/// Something that can happen once. It is alive at first, triggered when it is on the calendar, and processed when it has happened and its
/// callbacks have run.
/// </summary>
/// <remarks>Processes, timeouts, conditions, requests and releases are events. A process waits for an event by yielding it.</remarks>
[SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "SimSharp's name, in a C# program.")]
public class Event
{
    private const string UnhandledFailure =
        "An event failed after a condition that waited for it had been triggered; nobody is left to handle it.";

    private static readonly object StopMark = new();

    // Who listens: nobody, one listener (a Process, a Condition, an Action<Event> or the stop mark), or a List<object> of several. An event that carries a value keeps both in a Cargo; most carry none,
    // so that one field does for both and a timeout is a word smaller.
    private object? _listenersOrCargo;
    private bool _hasForgottenListeners;

    /// <summary>An event that happens when it is told to succeed, to fail or to follow another.</summary>
    /// <param name="environment">The simulation to which it belongs.</param>
    public Event(Simulation environment)
    {
        Environment = environment;
    }

    /// <summary>What the event carries: the result of a process, the cause of an interrupt, or whatever it was triggered with.</summary>
    public object? Value
    {
        get => ReadValue();
        protected set
        {
            if (_listenersOrCargo is Cargo cargo)
            {
                cargo.Value = value;
            }
            else if (value is not null)
            {
                _listenersOrCargo = new Cargo(value) { Listeners = _listenersOrCargo };
            }
        }
    }

    /// <summary>
    /// False if the event failed, so that a process that waits for it has to handle a fault; also false before it is triggered.
    /// </summary>
    public bool IsOk { get; protected set; }

    /// <summary>The event is neither triggered nor processed.</summary>
    public bool IsAlive => !IsTriggered && !IsProcessed;

    /// <summary>The event is on the calendar or has happened.</summary>
    public bool IsTriggered { get; protected set; }

    /// <summary>The event has happened. True already while its callbacks run.</summary>
    public bool IsProcessed { get; protected set; }

    /// <summary>The simulation to which the event belongs.</summary>
    protected internal Simulation Environment { get; }

    private object? Listeners
    {
        get => _listenersOrCargo is Cargo cargo ? cargo.Listeners : _listenersOrCargo;
        set
        {
            if (_listenersOrCargo is Cargo cargo)
            {
                cargo.Listeners = value;
            }
            else
            {
                _listenersOrCargo = value;
            }
        }
    }

    /// <summary>An event that succeeds as soon as both operands have succeeded, and fails as soon as one fails.</summary>
    /// <exception cref="ArgumentException">The operands belong to different simulations.</exception>
    public static Condition operator &(Event event1, Event event2) => new AllOf([event1, event2], event1.Environment);

    /// <summary>An event that succeeds as soon as one operand has succeeded, and fails if one fails before.</summary>
    /// <exception cref="ArgumentException">The operands belong to different simulations.</exception>
    public static Condition operator |(Event event1, Event event2) => new AnyOf([event1, event2], event1.Environment);

    /// <summary>Schedules this event now, as well or as badly as another one went and with its value. It can serve as a callback.</summary>
    /// <param name="event">The one to follow.</param>
    /// <param name="priority">Among the events of this time; smaller is earlier.</param>
    /// <exception cref="InvalidOperationException">This event has been triggered before.</exception>
    public void Trigger(Event @event, int priority = 0) => Trigger(@event.IsOk ? Outcome.Success : Outcome.Failure, @event.Value, priority);

    /// <summary>Schedules the event now, as a success.</summary>
    /// <param name="value">What it carries.</param>
    /// <param name="priority">Among the events of this time; smaller is earlier.</param>
    /// <exception cref="InvalidOperationException">The event has been triggered before.</exception>
    public void Succeed(object? value = null, int priority = 0) => Trigger(Outcome.Success, value, priority);

    /// <summary>Schedules the event now, as a failure, which every process that waits for it has to handle.</summary>
    /// <param name="value">What it carries.</param>
    /// <param name="priority">Among the events of this time; smaller is earlier.</param>
    /// <exception cref="InvalidOperationException">The event has been triggered before.</exception>
    public void Fail(object? value = null, int priority = 0) => Trigger(Outcome.Failure, value, priority);

    /// <summary>Adds an action to be run when the event happens, after those added before.</summary>
    /// <exception cref="InvalidOperationException">The event has happened already.</exception>
    public void AddCallback(Action<Event> callback) => AddListener(callback);

    /// <summary>Takes back the first callback that equals the one given, if there is one.</summary>
    /// <exception cref="InvalidOperationException">The event has happened already.</exception>
    public void RemoveCallback(Action<Event> callback)
    {
        ThrowIfProcessed();
        RemoveListener(callback);
    }

    /// <summary>Lets the event happen: runs its callbacks in their order. The calendar calls this.</summary>
    /// <exception cref="InvalidOperationException">The event has happened already.</exception>
    public virtual void Process()
    {
        MarkProcessed();
        NotifyListeners();
    }

    private protected virtual object? ReadValue() => (_listenersOrCargo as Cargo)?.Value;

    private protected void MarkProcessed()
    {
        ThrowIfProcessed();
        IsProcessed = true;
    }

    private protected void NotifyListeners()
    {
        if (_hasForgottenListeners)
        {
            ThrowIfFailed();
        }

        object? listeners = Listeners;
        Listeners = null;
        if (listeners is List<object> several)
        {
            foreach (object listener in several)
            {
                if (ReferenceEquals(listener, StopMark))
                {
                    Environment.Stop();
                    return;
                }

                Notify(listener);
            }
        }
        else if (ReferenceEquals(listeners, StopMark))
        {
            Environment.Stop();
        }
        else if (listeners is not null)
        {
            Notify(listeners);
        }
    }

    internal void MarkTriggered()
    {
        IsOk = true;
        IsTriggered = true;
    }

    internal void AddStop() => AddListener(StopMark);

    internal void AddListener(object listener)
    {
        ThrowIfProcessed();
        object? listeners = Listeners;
        if (listeners is null)
        {
            Listeners = listener;
        }
        else if (listeners is List<object> several)
        {
            if (several.Count == several.Capacity)
            {
                Forget(several);
            }

            several.Add(listener);
        }
        else
        {
            Listeners = new List<object> { listeners, listener };
        }
    }

    internal void RemoveListener(object listener)
    {
        object? listeners = Listeners;
        if (listeners is List<object> several)
        {
            several.Remove(listener);
        }
        else if (listener.Equals(listeners))
        {
            Listeners = null;
        }
    }

    internal void ThrowIfFailed()
    {
        if (!IsOk)
        {
            throw new InvalidOperationException(UnhandledFailure);
        }
    }

    /// <summary>
    /// Drops the conditions that no longer wait, lest an event that thousands of short waits have as their second operand keeps them all
    /// alive.
    /// </summary>
    private void Forget(List<object> listeners)
    {
        int forgotten = listeners.RemoveAll(static listener => listener is Condition { IsTriggered: true });
        _hasForgottenListeners |= forgotten > 0;
        if (listeners.Count > listeners.Capacity / 2)
        {
            listeners.EnsureCapacity(2 * listeners.Capacity); // So that the next search is as far away as this one was long.
        }
    }

    private void Notify(object listener)
    {
        switch (listener)
        {
            case Process process:
                process.Resume(this);
                break;
            case Action<Event> callback:
                callback(this);
                break;
            default:
                ((Condition)listener).Check(this);
                break;
        }
    }

    private void Trigger(Outcome outcome, object? value, int priority)
    {
        if (IsTriggered)
        {
            throw new InvalidOperationException("The event has been triggered before. An event happens once; make a new one.");
        }

        IsOk = outcome == Outcome.Success;
        IsTriggered = true;
        Value = value;
        Environment.Schedule(this, priority);
    }

    private void ThrowIfProcessed()
    {
        if (IsProcessed)
        {
            throw new InvalidOperationException("The event has happened already.");
        }
    }

    /// <summary>What an event carries, and who listens to it.</summary>
    private sealed class Cargo(object value)
    {
        public object? Value { get; set; } = value;

        public object? Listeners { get; set; }
    }

    private enum Outcome
    {
        Success,
        Failure,
    }
}
