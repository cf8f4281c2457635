using System.Collections.Immutable;
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
    private int _looksToCome;

    public Calendar(Trial trial, Ledger ledger)
    {
        _trial = trial;
        _ledger = ledger;
    }

    /// <summary>Runs the trial to its last look, or until nothing can happen any more.</summary>
    /// <param name="atLook">Called with the index of each look that takes place and its data cut, in the order of time.</param>
    public void Run(Action<int, DataCut> atLook)
    {
        _looksToCome = _trial.Design.Looks.Length;
        for (int look = 0; look < _trial.Design.Looks.Length; look++)
        {
            TriggerWatch watch = WatchFor(_trial.Design.Looks[look].When);
            _simulation.Process(Await(look, watch, atLook), SameInstant.Look);
        }

        if (_trial.Meetings.HasFlag(Meetings.EventCount))
        {
            for (int endpoint = 0; endpoint < _trial.Design.Endpoints.Length; endpoint++)
            {
                ScheduleEvents(endpoint);
            }
        }

        while (_looksToCome > 0 && _simulation.PeekD() < double.MaxValue)
        {
            _simulation.Step();
        }
    }

    private IEnumerable<Event> Await(int look, TriggerWatch watch, Action<int, DataCut> atLook)
    {
        yield return watch.Event;
        atLook(look, _ledger.CutAt(watch.DayOf()));
        _looksToCome--;
    }

    /// <summary>Puts on the calendar every event of an endpoint that the trial will see, if anybody counts them.</summary>
    private void ScheduleEvents(int endpoint)
    {
        EventCounter[] counters = [.. _counters.FindAll(counter => counter.Endpoint == endpoint)];
        if (counters.Length == 0)
        {
            return;
        }

        DataCut all = _ledger.CutAt(TrialDay.Never);
        for (int patient = 0; patient < _ledger.Patients; patient++)
        {
            if (all.TryTimeOf((TimeToEventEndpoint)_trial.Design.Endpoints[endpoint], patient, out EndpointTime time) && time.HasEvent)
            {
                int arm = _ledger.ArmOf(patient);
                TrialDay day = _ledger.ArrivalOf(patient) + new PatientDay(time.EndDay);
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

    private TriggerWatch WatchFor(LookTrigger trigger) => trigger switch
    {
        TrialTimeReached time => OnDay(time.Day),
        LastPatientFollowedUp followUp => OnDay(_ledger.ArrivalOf(_ledger.Patients - 1) + new PatientDay(followUp.Days)),
        PatientsRandomised randomised => OnDay(_ledger.ArrivalOf(randomised.Count - 1)),
        EventsSeen events => OnCount(events),
        AnyTrigger any => Join(any.Parts, static (left, right) => left | right, static (left, right) => left < right ? left : right),
        AllTriggers all => Join(all.Parts, static (left, right) => left & right, static (left, right) => left > right ? left : right),
        _ => throw new InvalidOperationException($"No watch for {trigger.GetType().Name}."),
    };

    private TriggerWatch OnDay(TrialDay day) => new(_simulation.TimeoutD(day.Value, SameInstant.Look), () => day);

    private TriggerWatch OnCount(EventsSeen events)
    {
        EventCounter counter = new(_simulation, events);
        _counters.Add(counter);
        return new TriggerWatch(counter.Reached, () => counter.Day);
    }

    private TriggerWatch Join(ImmutableArray<LookTrigger> parts, Func<Event, Event, Event> join, Func<TrialDay, TrialDay, TrialDay> choose)
    {
        TriggerWatch joined = WatchFor(parts[0]);
        foreach (LookTrigger part in parts.AsSpan()[1..])
        {
            TriggerWatch left = joined;
            TriggerWatch right = WatchFor(part);
            joined = new TriggerWatch(join(left.Event, right.Event), () => choose(left.DayOf(), right.DayOf()));
        }

        return joined;
    }
}
