using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>Counts an endpoint's events as the calendar brings them, and fires at the planned number.</summary>
internal sealed class EventCounter
{
    private readonly EventsSeen _trigger;
    private int _seen;

    public EventCounter(Simulation simulation, EventsSeen trigger)
    {
        _trigger = trigger;
        Reached = new Event(simulation);
    }

    /// <summary>Index of the endpoint whose events it counts.</summary>
    public int Endpoint => _trigger.Endpoint;

    /// <summary>Fires on the day of the event that completes the number.</summary>
    public Event Reached { get; }

    /// <summary>The day of that event; never before it has come.</summary>
    public TrialDay Day { get; private set; } = TrialDay.Never;

    /// <summary>An event of the endpoint has happened in an arm.</summary>
    public void Count(int arm, TrialDay day)
    {
        if (!_trigger.Arms.Contains(arm))
        {
            return;
        }

        _seen++;
        if (_seen == _trigger.Count)
        {
            Day = day;
            Reached.Succeed(priority: SameInstant.Look);
        }
    }
}
