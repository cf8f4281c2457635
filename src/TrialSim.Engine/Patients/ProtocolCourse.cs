using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>
/// Follows the protocol with one patient: keeps what is due, does it in the order of time, and decides by what is known, never by what has merely happened.
/// One instance serves one worker and is started again for each patient.
/// </summary>
internal sealed class ProtocolCourse
{
    private readonly PatientUnderWay _patient;
    private readonly StateCourse _states;
    private readonly OccasionCourse _occasions;
    private readonly OccurrenceCourse _occurrences;
    private readonly ProtocolMasks _masks;
    private readonly Agenda _agenda;
    private readonly SessionTimers _timers;
    private readonly TreatmentCourse _treatments;
    private readonly VisitCourse _visits;
    private readonly MarkerCourse _markers;
    private readonly AnchorQueue _anchors;
    private readonly bool _isNothingPlanned;
    private AgendaEntry _next = AgendaEntry.Nothing;
    private bool _isVisitUnderWay;
    private ulong _knownWhenDecided;
    private bool _isDecided;

    public ProtocolCourse(TrialDesign design, TrialTruth truth, StateCourse states, OccasionCourse occasions, OccurrenceCourse occurrences, PatientUnderWay patient)
    {
        _isNothingPlanned = design.Protocol.IsEmpty;
        _patient = patient;
        _states = states;
        _occasions = occasions;
        _occurrences = occurrences;
        _masks = new ProtocolMasks(design.Protocol, truth);
        _anchors = new AnchorQueue(design.Protocol, truth.Events.Length);
        _timers = new SessionTimers(truth, design.Protocol, _patient);
        _agenda = new Agenda(_timers.Count, design.Protocol.Treatments.Length, design.Protocol.Visits.Length);
        _treatments = new TreatmentCourse(design.Protocol, truth.Conduct.Treatments, truth.Events.Length, _masks, _agenda, _patient, _anchors);
        _visits = new VisitCourse(design.Protocol, truth.Conduct.Visits, _masks, _agenda, _patient, _occurrences, _anchors, new EventReader(truth, design.Protocol, _patient));
        _markers = new MarkerCourse(truth.Markers, design.Protocol, _patient);
    }

    /// <summary>The day of what is due next; +∞ for nothing.</summary>
    public double NextDay => _next.Day;

    /// <summary>Whether a session waits for something of its site.</summary>
    public bool IsWaiting => _treatments.Slots.IsWaiting;

    /// <summary>What is due next, as far as others are concerned.</summary>
    public SlotMove NextMove => _next.Item switch
    {
        AgendaItem.Start when _next.Day < double.PositiveInfinity && _treatments.Slots.Asks(_next.Index, _next.Day) => SlotMove.Ask,
        AgendaItem.GiveUp => SlotMove.GiveUp,
        _ => SlotMove.None,
    };

    /// <summary>Index of what is due next.</summary>
    public int NextIndex => _next.Index;

    /// <summary>How far a treatment has come.</summary>
    public ref readonly TreatmentState StateOf(int treatment) => ref _treatments.StateOf(treatment);

    /// <summary>Starts with a patient who has just been randomised.</summary>
    public void Start()
    {
        if (_isNothingPlanned)
        {
            return;
        }

        _isVisitUnderWay = false;
        _isDecided = false;
        _agenda.Clear();
        _treatments.Start();
        _visits.Start();
        _markers.Start();
        _anchors.Clear();
        Follow(AnchorPoint.Randomisation, day: 0);
        Decide(day: 0);
        FollowAll(day: 0);
        FindNext();
    }

    /// <summary>Does what is due next. A visit that something happens at begins first, and sees only when it is asked again.</summary>
    /// <param name="eventDays">Days on which events happened.</param>
    /// <param name="seenDays">Days on which they were seen, filled in at visits.</param>
    public void Advance(ReadOnlySpan<double> eventDays, Span<double> seenDays)
    {
        (double day, AgendaItem item, int index) = _next;
        switch (item)
        {
            case AgendaItem.Timer when _timers.Pass(index, _agenda):
                Decide(day);
                break;
            case AgendaItem.End:
                _treatments.End(index, day);
                Decide(day);
                break;
            case AgendaItem.Hold:
                _treatments.HoldDrug(index, day);
                Decide(day);
                break;
            case AgendaItem.Visit when _isVisitUnderWay:
                _isVisitUnderWay = false;
                See(index, day, eventDays, seenDays);
                break;
            case AgendaItem.Visit when _visits.Begin(index, day) is int number and > 0:
                // What comes of the occasion on this day is there before the visit sees it.
                if (_occasions.Come(OccasionKind.KeptVisit, index, number, day))
                {
                    _isVisitUnderWay = true;
                    return;
                }

                See(index, day, eventDays, seenDays);
                break;
            case AgendaItem.Start when _treatments.Slots.Asks(index, day):
                _treatments.Slots.Ask(index, day);
                break;
            case AgendaItem.Start:
                Treat(index, day);
                Decide(day);
                break;
            case AgendaItem.GiveUp:
                GiveUp(index, day);
                Decide(day);
                break;
        }

        FollowAll(day);
        FindNext();
    }

    /// <summary>A session that has waited takes place.</summary>
    public void TakeSlot(int treatment, double day)
    {
        Treat(treatment, day);
        Decide(day);
        FollowAll(day);
        FindNext();
    }

    /// <summary>Takes note of an event that is known at once.</summary>
    /// <param name="clinicalEvent">Index of the event.</param>
    /// <param name="number">Which occurrence it is, from 1.</param>
    /// <param name="day">Its day.</param>
    public void Learn(int clinicalEvent, int number, double day)
    {
        if (_masks.IsSeenAtOnce[clinicalEvent] && day <= _patient.SeenUntil)
        {
            _patient.Known |= _masks.Seen[clinicalEvent];
            _occurrences.KnowAtOnce(clinicalEvent, day);
            _anchors.AddSeen(clinicalEvent, number);
        }
    }

    /// <summary>Decides where more is known than before, and plans what is counted from it.</summary>
    public void DecideOnNews(ulong knownBefore, double day)
    {
        if (!_isNothingPlanned && (_patient.Known != knownBefore || !_anchors.IsEmpty))
        {
            Decide(day);
            FollowAll(day);
            FindNext();
        }
    }

    private void See(int visit, double day, ReadOnlySpan<double> eventDays, Span<double> seenDays)
    {
        int number = _visits.See(visit, day, eventDays, seenDays);
        _states.See(visit, day);
        _markers.Measure(visit, number, day);
        Decide(day);
        _treatments.DecideAt(visit, day);
    }

    private void Treat(int index, double day)
    {
        int number = _treatments.TakePlace(index, day);
        if (number > 0)
        {
            Follow(AnchorPoint.Session(index, number), day);
            _treatments.Resume(index, day);
            _treatments.Repeat(index, day);
            _occasions.ComeToSession(index, number, day);
        }
    }

    private void GiveUp(int index, double day)
    {
        switch (_treatments.Slots.OutcomeOf(index, day))
        {
            case AfterWaiting.Treat:
                Treat(index, day);
                break;
            case AfterWaiting.Skip:
                _treatments.Skip(index, day);
                break;
            case AfterWaiting.Stop:
                _treatments.End(index, day);
                break;
        }
    }

    private void Follow(AnchorPoint point, double day)
    {
        _timers.Restart(point, day, _agenda);
        _treatments.Follow(point, day);
        _visits.Follow(point, day);
        _markers.Follow(point, day);
    }

    // After the decisions of the day: what a treatment that has ended, or an event that has been seen, brings about is planned then.
    private void FollowAll(double day)
    {
        while (_anchors.TryTake(out AnchorPoint point))
        {
            Follow(point, day);
        }

        if (_anchors.IsEndOfAllFollowed && _treatments.HasJustEnded())
        {
            Follow(AnchorPoint.EndOfAll, day);
        }
    }

    // Rules read nothing but what is known: as long as what they ask for is as it was, they decide what they have decided.
    private void Decide(double day)
    {
        ulong known = _patient.Known;
        if (_isDecided && ((known ^ _knownWhenDecided) & _masks.RuledBy) == 0)
        {
            return;
        }

        _treatments.Decide(day);
        _visits.EndWhereKnown();
        _knownWhenDecided = known;
        _isDecided = ((_patient.Known ^ known) & _masks.RuledBy) == 0;
    }

    private void FindNext()
    {
        if (!_isVisitUnderWay)
        {
            _next = _agenda.Next();
        }
    }
}
