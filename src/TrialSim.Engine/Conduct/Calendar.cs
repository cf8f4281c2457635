using System.Collections.Immutable;
using TrialSim.Engine.Sites;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>
/// One replicate on the kernel's clock. Each look is a process that waits for its trigger; patients, and the events that looks count, are on the calendar only where what has become
/// known may change who comes in: otherwise the day of the n-th is known beforehand.
/// </summary>
internal sealed class Calendar
{
    private readonly TrialDesign _design;
    private readonly ImmutableArray<int> _allArms;
    private readonly Ledger _ledger;
    private readonly TrialState _state;
    private readonly EventDays _eventDays;
    private readonly SlotCalendar _slots;
    private readonly ILookConduct _conduct;
    private readonly Simulation _simulation = new();
    private readonly List<EventCounter> _counters = [];
    private readonly EnrolmentDesk _desk;
    private bool[] _isExpected = [];
    private readonly TrialDay[] _pending;
    private int _looksToCome;
    private TrialDay _lastLookDay;
    private TrialDay _endDay = TrialDay.Never;
    private bool _isStopped;

    /// <param name="design">The design.</param>
    /// <param name="ledger">The patients: all of them, or for enrolment on the calendar none yet.</param>
    /// <param name="eventDays">Of the ledger.</param>
    /// <param name="slots">What the sites have, and who needs it.</param>
    /// <param name="state">The design as it stands.</param>
    /// <param name="conduct">Takes the looks, and decides.</param>
    public Calendar(TrialDesign design, Ledger ledger, EventDays eventDays, SlotCalendar slots, TrialState state, ILookConduct conduct)
    {
        _design = design;
        _allArms = [.. Enumerable.Range(0, design.Arms.Length)];
        _ledger = ledger;
        _eventDays = eventDays;
        _slots = slots;
        _state = state;
        _conduct = conduct;
        _desk = new EnrolmentDesk(_simulation, ledger, state);
        _pending = new TrialDay[design.Looks.Length];
        Array.Fill(_pending, TrialDay.Never);
    }

    /// <summary>Runs a trial whose patients are all in the ledger, to its last look, or until nothing can happen any more.</summary>
    public void Run()
    {
        _desk.CloseForGood();
        AwaitLooks();
        GoThroughLooks();
    }

    /// <summary>Runs a trial whose patients come in one by one, as the design stands by then.</summary>
    /// <param name="randomisation">At the start of the replicate.</param>
    public void RunEnrolling(Randomisation randomisation)
    {
        AwaitLooks();
        _isExpected = new bool[_counters.Count * _ledger.Patients];
        _slots.Open(_simulation, ExpectEvents);
        _simulation.Process(_desk.Enrol(randomisation, Admit), SameInstant.Arrival);
        GoThroughLooks();
    }

    // The last look ends the trial, once it is decided upon; what is decided upon an earlier one by then still counts, and later nothing is left to decide.
    private bool GoesOn
    {
        get
        {
            if (_isStopped || _looksToCome > 0)
            {
                return !_isStopped;
            }

            foreach (TrialDay day in _pending)
            {
                if (day < TrialDay.Never && day <= _endDay)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private void GoThroughLooks()
    {
        while (GoesOn && _simulation.PeekD() < double.MaxValue)
        {
            _simulation.Step();
        }
    }

    private void AwaitLooks()
    {
        _looksToCome = _design.Looks.Length;
        for (int look = 0; look < _design.Looks.Length; look++)
        {
            TriggerWatch watch = WatchFor(look, _design.Looks[look].When);
            _simulation.Process(Await(look, watch), SameInstant.Look);
        }
    }

    private IEnumerable<Event> Await(int look, TriggerWatch watch)
    {
        yield return watch.Event;
        while (watch.DayOf() == TrialDay.Never)
        {
            // One of the parts that had all been reached waits for more since.
            yield return _counters.Find(counter => counter.Look == look && counter.Day == TrialDay.Never)!.Reached;
            yield return _simulation.TimeoutD(Math.Max(0, watch.DayOf().Value - _simulation.NowD), SameInstant.Look);
        }

        TrialDay day = watch.DayOf();
        bool decides = _conduct.DecidesAt(look);
        double delay = decides ? _design.Looks[look].DecidedAfterDays : 0;
        TrialDay decided = new(day.Value + delay);
        _endDay = day == _lastLookDay && _endDay < TrialDay.Never && _endDay > decided ? _endDay : decided;
        _lastLookDay = day;
        _looksToCome--;
        _conduct.Look(look, _ledger.CutAt(day));
        if (decides)
        {
            _pending[look] = decided;
            yield return _simulation.TimeoutD(delay, SameInstant.Decision);
            _pending[look] = TrialDay.Never;
            _isStopped = _conduct.Decide(look, decided) == Continuation.Stop;
            FollowDecisions();
        }
    }

    private void FollowDecisions()
    {
        foreach (EventCounter counter in _counters)
        {
            counter.WaitFor(_state.CountFor(counter.Look, counter.Planned));
        }

        _desk.FollowDecisions();
    }

    /// <summary>Lets the counters know of a patient, and begins a course that waits for slots.</summary>
    private void Admit(int patient)
    {
        CountAll(EventCounter.Randomised, patient, _ledger.ArrivalOf(patient));
        if (_slots.IsEmpty)
        {
            ExpectEvents(patient);
        }
        else
        {
            _slots.Admit(patient);
        }
    }

    /// <summary>Lets the counters know of each event of a patient when it comes, as far as the patient's course has been derived: what is found later comes later.</summary>
    private void ExpectEvents(int patient)
    {
        TrialDay randomised = _ledger.ArrivalOf(patient);
        for (int first = 0; first < _counters.Count; first++)
        {
            int subject = _counters[first].Subject;
            ref bool isExpected = ref _isExpected[(patient * _counters.Count) + first];
            if (!isExpected
                && subject != EventCounter.Randomised
                && !IsCountedBefore(first)
                && _ledger.CutAt(TrialDay.Never).TryTimeOf((TimeToEventEndpoint)_design.Endpoints[subject], patient, out EndpointTime time)
                && time.HasEvent)
            {
                isExpected = true;
                Expect(subject, patient, randomised + new PatientDay(time.EndDay));
            }
        }
    }

    private void Expect(int subject, int patient, TrialDay day) =>
        _simulation.TimeoutD(Math.Max(0, day.Value - _simulation.NowD), SameInstant.PatientEvent).AddCallback(_ => CountAll(subject, patient, day));

    private bool IsCountedBefore(int counter)
    {
        for (int before = 0; before < counter; before++)
        {
            if (_counters[before].Subject == _counters[counter].Subject)
            {
                return true;
            }
        }

        return false;
    }

    private void CountAll(int subject, int patient, TrialDay day)
    {
        foreach (EventCounter counter in _counters)
        {
            if (counter.Subject == subject)
            {
                counter.Count(_ledger.ArmOf(patient), day);
            }
        }
    }

    private TriggerWatch WatchFor(int look, LookTrigger trigger) => trigger switch
    {
        TrialTimeReached time => TriggerWatch.OnDay(_simulation, time.Day),
        LastPatientFollowedUp followUp => _desk.LastPatientFollowed(followUp.Days),
        PatientsRandomised randomised => OnPatients(look, randomised.Count, days: 0),
        PatientsFollowedUp followed => OnPatients(look, followed.Count, followed.Days),
        EventsSeen events when _desk.IsClosedForGood => TriggerWatch.OnDay(_simulation, _eventDays.DayOf(events)),
        EventsSeen events => OnCount(new EventCounter(_simulation, look, events.Endpoint, events.Count, events.Arms)),
        AnyTrigger any => Join(look, any.Parts, static (left, right) => left | right, static (left, right) => left < right ? left : right),
        AllTriggers all => Join(look, all.Parts, static (left, right) => left & right, static (left, right) => left > right ? left : right),
        _ => throw new InvalidOperationException($"No watch for {trigger.GetType().Name}."),
    };

    private TriggerWatch OnCount(EventCounter counter)
    {
        _counters.Add(counter);
        return new TriggerWatch(counter.Reached, () => counter.Day);
    }

    private TriggerWatch OnPatients(int look, int count, double days)
    {
        if (_desk.TryWatch(count, days, out TriggerWatch known))
        {
            return known;
        }

        EventCounter counter = new(_simulation, look, EventCounter.Randomised, count, _allArms);
        _counters.Add(counter);
        return new TriggerWatch(_simulation.Process(AwaitFollowed(counter, days), SameInstant.Look), () => new TrialDay(counter.Day.Value + days));
    }

    // While the patients are followed, a decision may ask for more of them.
    private IEnumerable<Event> AwaitFollowed(EventCounter counter, double days)
    {
        TrialDay reached;
        do
        {
            yield return counter.Reached;
            reached = counter.Day;
            yield return _simulation.TimeoutD(Math.Max(0, reached.Value + days - _simulation.NowD), SameInstant.Look);
        }
        while (counter.Day != reached);
    }

    private TriggerWatch Join(int look, ImmutableArray<LookTrigger> parts, Func<Event, Event, Event> join, Func<TrialDay, TrialDay, TrialDay> choose)
    {
        TriggerWatch joined = WatchFor(look, parts[0]);
        foreach (LookTrigger part in parts.AsSpan()[1..])
        {
            TriggerWatch left = joined;
            TriggerWatch right = WatchFor(look, part);
            joined = new TriggerWatch(join(left.Event, right.Event), () => choose(left.DayOf(), right.DayOf()));
        }

        return joined;
    }
}
