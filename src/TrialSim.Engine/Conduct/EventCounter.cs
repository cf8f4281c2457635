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

    /// <summary>Fires on the day of the event that completes the number.</summary>
    public Event Reached { get; }

    /// <summary>The day of that event.</summary>
    public TrialDay Day { get; private set; } = TrialDay.Never;

    /// <summary>Puts on the calendar every event of the ledger that the trial will see and that counts.</summary>
    public void Watch(Simulation simulation, Ledger ledger, Endpoint endpoint)
    {
        for (int patient = 0; patient < ledger.Patients; patient++)
        {
            if (!_trigger.Arms.Contains(ledger.ArmOf(patient)))
            {
                continue;
            }

            PatientDay eventDay = DataCut.FirstEvent(endpoint.Events, ledger.EventDaysOf(patient));
            if (eventDay.Value < double.PositiveInfinity && eventDay <= DataCut.ObservedUntil(ledger, patient))
            {
                TrialDay day = ledger.ArrivalOf(patient) + eventDay;
                simulation.TimeoutD(day.Value, SameInstant.PatientEvent).AddCallback(_ => Count(day));
            }
        }
    }

    private void Count(TrialDay day)
    {
        _seen++;
        if (_seen == _trigger.Count)
        {
            Day = day;
            Reached.Succeed(priority: SameInstant.Look);
        }
    }
}
