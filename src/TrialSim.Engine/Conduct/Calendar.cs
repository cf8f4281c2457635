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
            _simulation.Process(Await(look, atLook), SameInstant.Look);
        }

        _simulation.RunD();
    }

    private IEnumerable<Event> Await(int look, Action<int, DataCut> atLook)
    {
        TriggerWatch watch = WatchFor(_trial.Design.Looks[look].When);
        yield return watch.Event;
        atLook(look, _ledger.CutAt(watch.DayOf()));
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
                counter.Watch(_simulation, _ledger, _trial.Design.Endpoints[events.Endpoint]);
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
