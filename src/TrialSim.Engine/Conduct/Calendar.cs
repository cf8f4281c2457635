using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>
/// One replicate on the kernel's clock. Each look is a process that waits for its trigger; patients are on the calendar only where somebody waits for what happens to them.
/// </summary>
internal sealed class Calendar
{
    private readonly Trial _trial;
    private readonly Ledger _ledger;
    private readonly Simulation _simulation = new();
    private readonly List<EventCounter> _counters = [];

    public Calendar(Trial trial, Ledger ledger)
    {
        _trial = trial;
        _ledger = ledger;
    }

    /// <summary>Runs the trial to its last look.</summary>
    /// <param name="atLook">Called with the index of each look that takes place and its data cut, in the order of time.</param>
    public void Run(Action<int, DataCut> atLook)
    {
        for (int look = 0; look < _trial.Design.Looks.Length; look++)
        {
            TriggerWatch watch = WatchFor(_trial.Design.Looks[look].When);
            _simulation.Process(Await(look, watch, atLook), SameInstant.Look);
        }

        if (_trial.Meetings.HasFlag(Meetings.EventCount))
        {
            foreach (int endpoint in _counters.Select(counter => counter.Endpoint).Distinct())
            {
                ScheduleEvents(endpoint);
            }
        }

        _simulation.RunD();
    }

    private IEnumerable<Event> Await(int look, TriggerWatch watch, Action<int, DataCut> atLook)
    {
        yield return watch.Event;
        atLook(look, _ledger.CutAt(watch.DayOf()));
    }

    /// <summary>Puts on the calendar every event of an endpoint that the trial will see.</summary>
    private void ScheduleEvents(int endpoint)
    {
        EventCounter[] counters = [.. _counters.Where(counter => counter.Endpoint == endpoint)];
        for (int patient = 0; patient < _ledger.Patients; patient++)
        {
            PatientDay eventDay = DataCut.FirstEvent(_trial.Design.Endpoints[endpoint].Events, _ledger.EventDaysOf(patient));
            if (eventDay < PatientDay.Never && eventDay <= _ledger.ObservedUntil(patient))
            {
                int arm = _ledger.ArmOf(patient);
                TrialDay day = _ledger.ArrivalOf(patient) + eventDay;
                _simulation.TimeoutD(day.Value, SameInstant.PatientEvent).AddCallback(_ =>
                {
                    foreach (EventCounter counter in counters)
                    {
                        counter.Count(arm, day);
                    }
                });
            }
        }
    }

    private TriggerWatch WatchFor(LookTrigger trigger)
    {
        switch (trigger)
        {
            case TrialTimeReached time:
                return OnDay(time.Day);
            case LastPatientFollowedUp followUp:
                return OnDay(_ledger.ArrivalOf(_ledger.Patients - 1) + new PatientDay(followUp.Days));
            case PatientsRandomised randomised:
                return OnDay(_ledger.ArrivalOf(randomised.Count - 1));
            case EventsSeen events:
                EventCounter counter = new(_simulation, events);
                _counters.Add(counter);
                return new TriggerWatch(counter.Reached, () => counter.Day);
            case AnyTrigger any:
                TriggerWatch[] alternatives = [.. any.Parts.Select(WatchFor)];
                return new TriggerWatch(
                    alternatives.Select(part => part.Event).Aggregate((left, right) => left | right),
                    () => alternatives.Min(part => part.DayOf()));
            case AllTriggers all:
                TriggerWatch[] parts = [.. all.Parts.Select(WatchFor)];
                return new TriggerWatch(
                    parts.Select(part => part.Event).Aggregate((left, right) => left & right),
                    () => parts.Max(part => part.DayOf()));
            default:
                throw new InvalidOperationException($"No watch for {trigger.GetType().Name}.");
        }
    }

    private TriggerWatch OnDay(TrialDay day) => new(_simulation.TimeoutD(day.Value, SameInstant.Look), () => day);
}
