using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Sites;

/// <summary>
/// One patient on the calendar. The private stretch of the course is derived at a stroke, up to the day on which a session needs something of the site. While a session waits, each step of the
/// course is taken when the clock has come to it, because the slot may come first. One instance serves one place in the ledger, replicate after replicate.
/// </summary>
internal sealed class QueuedPatient
{
    private readonly SlotCalendar _calendar;
    private readonly int _patient;
    private readonly Action<Event> _step;
    private readonly SlotTicket?[] _tickets;
    private PatientCourse _course;
    private PatientKey _key;
    private TrialDay _randomised;
    private TrialDay _reached;
    private PlannedStep? _due;
    private PlannedStep? _leftBehind;

    /// <param name="calendar">The sites.</param>
    /// <param name="patient">Place in the ledger.</param>
    /// <param name="course">The course of the first one there.</param>
    public QueuedPatient(SlotCalendar calendar, int patient, PatientCourse course)
    {
        _calendar = calendar;
        _patient = patient;
        _course = course;
        _step = Step;
        _tickets = new SlotTicket?[calendar.Needing.Length];
    }

    /// <summary>Begins with the patient of another replicate, on a new calendar: no event of the one before comes any more.</summary>
    /// <param name="course">The course, which has just been started.</param>
    /// <param name="key">Whose draws.</param>
    /// <param name="randomised">Trial day of randomisation.</param>
    public void Begin(PatientCourse course, PatientKey key, TrialDay randomised)
    {
        _course = course;
        _key = key;
        _randomised = randomised;
        _reached = randomised;
        _due = null;
        _leftBehind = null;
        Array.Clear(_tickets);
        GoOn();
    }

    // As far as the course concerns nobody else.
    private void GoOn()
    {
        if (!_course.RunToMeeting(_calendar.EventDaysOf(_patient), _calendar.SeenDaysOf(_patient)))
        {
            End();
            return;
        }

        _calendar.Report(_patient);
        PatientDay day = new(_course.NextDay);
        SlotMove move = _course.NextMove;
        _due = _leftBehind is { } left && left.Day == day && left.Move == move ? left : Plan(day, move);
    }

    private PlannedStep Plan(PatientDay day, SlotMove move)
    {
        int priority = move switch
        {
            SlotMove.Ask => SameInstant.Request,
            SlotMove.GiveUp => SameInstant.GiveUp,
            _ => SameInstant.PatientEvent,
        };
        Event timeout = _calendar.Simulation.TimeoutD(Math.Max(0, (_randomised + day).Value - _calendar.Simulation.NowD), priority);
        timeout.AddCallback(_step);
        return new PlannedStep(timeout, day, move);
    }

    private void Step(Event happened)
    {
        if (ReferenceEquals(happened, _leftBehind?.Timeout))
        {
            _leftBehind = null;
        }

        if (_due is not { } due || !ReferenceEquals(happened, due.Timeout))
        {
            return; // A slot has come first, and the course has gone another way.
        }

        PatientDay day = due.Day;
        _reached = _randomised + day;
        int givingUp = due.Move == SlotMove.GiveUp ? _course.NextTreatment : -1;
        if (_course.Step(_calendar.EventDaysOf(_patient), _calendar.SeenDaysOf(_patient)))
        {
            FollowCourse(day, givingUp);
            GoOn();
        }
        else
        {
            End();
        }
    }

    // Sessions that have begun to wait ask, and those that wait no more leave; a session that takes place at once may have ended another.
    private void FollowCourse(PatientDay day, int givingUp)
    {
        for (int place = 0; place < _tickets.Length; place++)
        {
            bool isWaiting = _course.StateOf(_calendar.Needing[place]).IsWaiting;
            if (_tickets[place] is { } ticket && !isWaiting)
            {
                _tickets[place] = null;
                Withdraw(place, ticket, givingUp);
            }
            else if (_tickets[place] is null && isWaiting)
            {
                Ask(place, day);
                place = -1;
            }
        }
    }

    private void Ask(int place, PatientDay day)
    {
        int treatment = _calendar.Needing[place];
        SiteQueue queue = _calendar.QueueOf(_patient, place);
        ref readonly TreatmentState state = ref _course.StateOf(treatment);
        SlotTicket ticket = _calendar.Tickets.Take();
        ticket.Fill(this, place, _randomised + day, _randomised + new PatientDay(state.WindowEndDay), state.Done);
        queue.Ask(ticket);
        if (ticket.Request.IsTriggered)
        {
            queue.Begin(ticket, UnitLengthOf(place, queue));
            _course.TakeSlot(treatment, day.Value);
            return;
        }

        _tickets[place] = ticket;
        _course.NoteWait(treatment, day.Value);
    }

    /// <summary>A session that has waited has its slot.</summary>
    public void TakeSlot(SlotTicket ticket)
    {
        int place = ticket.Place;
        _tickets[place] = null;
        _leftBehind = _due;
        SiteQueue queue = _calendar.QueueOf(_patient, place);
        _reached = queue.BeginAfterWait(ticket, _reached, UnitLengthOf(place, queue));
        _course.TakeSlot(_calendar.Needing[place], (_reached - _randomised).Value);
        FollowCourse(_reached - _randomised, givingUp: -1);
        GoOn();
    }

    private void Withdraw(int place, SlotTicket ticket, int givingUp)
    {
        SiteQueue queue = _calendar.QueueOf(_patient, place);
        int treatment = _calendar.Needing[place];
        if (treatment != givingUp || !_course.IsFollowedOn((_reached - _randomised).Value))
        {
            queue.Leave(ticket, _reached);
        }
        else if (_course.StateOf(treatment).Done > ticket.SessionsBefore)
        {
            queue.TreatElsewhere(ticket, _reached);
        }
        else
        {
            queue.Skip(ticket, _reached);
        }
    }

    private double UnitLengthOf(int place, SiteQueue queue)
    {
        if (!queue.DrawsLengths)
        {
            return 0;
        }

        int treatment = _calendar.Needing[place];
        return _key.Draws(_calendar.LengthPurposeOf(place), _course.StateOf(treatment).Done).NextExponential();
    }

    private void End()
    {
        _due = null;
        for (int place = 0; place < _tickets.Length; place++)
        {
            if (_tickets[place] is { } ticket)
            {
                _tickets[place] = null;
                _calendar.QueueOf(_patient, place).Leave(ticket, _reached);
            }
        }

        _calendar.Report(_patient);
        _calendar.End(_patient);
    }

    /// <summary>A step of the course on the calendar. Who waits again before it comes does not put it there once more: an end of follow-up would stand there once for each session.</summary>
    private readonly record struct PlannedStep(Event Timeout, PatientDay Day, SlotMove Move);
}
