using TrialSim.Model.Sites;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Sites;

/// <summary>
/// One resource of one site on the calendar of one replicate: the kernel's places, the hours in which they are open, and who waits for them. To close it takes all places itself, before
/// anybody else. It opens and closes only as long as somebody waits, so that a calendar on which nothing happens any more comes to its end.
/// </summary>
internal sealed class SiteQueue
{
    private const double BeforeAll = double.MinValue;

    private readonly SiteResource _resource;
    private readonly TrialDay _opened;
    private readonly Simulation _simulation;
    private readonly SlotTickets _tickets;
    private readonly PriorityResource _places;
    private readonly List<Request> _shutters = [];
    private readonly List<SlotTicket> _untilClosing = [];
    private bool _isAwake;
    private TrialDay _freed;
    private TrialDay _counted;
    private double _openUntilCounted;
    private int _waiting;
    private int _taken;
    private SlotTally _tally;

    /// <param name="resource">The resource.</param>
    /// <param name="opened">The day on which the site opened.</param>
    /// <param name="simulation">The calendar.</param>
    /// <param name="tickets">Takes back the tickets of sessions that are over or no longer wanted.</param>
    public SiteQueue(SiteResource resource, TrialDay opened, Simulation simulation, SlotTickets tickets)
    {
        _resource = resource;
        _opened = opened;
        _simulation = simulation;
        _tickets = tickets;
        _places = new PriorityResource(simulation, resource.Places);
        _isAwake = resource.Opening.IsAlways;
        _freed = opened;
        _counted = opened;
        _openUntilCounted = resource.Opening.OpenUntil(opened);
    }

    /// <summary>Whether the length of each session is drawn.</summary>
    public bool DrawsLengths => _resource.Session is ExponentialSession;

    /// <summary>A session is wanted. If there is a place it has it at once: its request is triggered.</summary>
    public void Ask(SlotTicket ticket)
    {
        WakeUp(ticket.Wanted);
        Request request = _places.Request(_resource.Order == QueueOrder.WindowFirst ? ticket.WindowEnd.Value : 0);
        ticket.StandIn(this, request);
        if (!request.IsTriggered)
        {
            _waiting++;
            _tally.LongestQueue = Math.Max(_tally.LongestQueue, _waiting);
        }
    }

    /// <summary>A place is there for a session that had to wait: it takes place, or passes the place on if it is no longer wanted.</summary>
    public void Serve(SlotTicket ticket)
    {
        if (ticket.Standing == SlotStanding.Wanted)
        {
            ticket.Patient.TakeSlot(ticket);
            return;
        }

        if (ticket.Standing == SlotStanding.Withdrawn)
        {
            _places.Release(ticket.Request);
        }

        _tickets.Return(ticket);
    }

    /// <summary>A session that had its place at once begins on the day on which it was wanted.</summary>
    /// <param name="ticket">The session.</param>
    /// <param name="unitLength">A unit exponential from which the length is drawn; not read where lengths are fixed (<see cref="DrawsLengths"/>).</param>
    public void Begin(SlotTicket ticket, double unitLength) => Begin(ticket, ticket.Wanted, unitLength);

    /// <summary>A session that has waited begins, on the day on which its place became free.</summary>
    /// <param name="ticket">The session, whose request has been granted.</param>
    /// <param name="notBefore">The last day that the patient's course has passed.</param>
    /// <param name="unitLength">A unit exponential from which the length is drawn; not read where lengths are fixed (<see cref="DrawsLengths"/>).</param>
    /// <returns>Its day.</returns>
    public TrialDay BeginAfterWait(SlotTicket ticket, TrialDay notBefore, double unitLength)
    {
        // From the courses of those who were there before, never from the clock, which only orders.
        TrialDay day = new(Math.Max(_freed.Value, notBefore.Value));
        _waiting--;
        _tally.Waited++;
        _tally.WaitedDays += (day - ticket.Wanted).Value;
        Begin(ticket, day, unitLength);
        return day;
    }

    /// <summary>A session that waits is no longer wanted.</summary>
    public void Leave(SlotTicket ticket, TrialDay day)
    {
        _tally.Left++;
        Withdraw(ticket, day);
    }

    /// <summary>A session that has waited too long takes place elsewhere.</summary>
    public void TreatElsewhere(SlotTicket ticket, TrialDay day)
    {
        _tally.Elsewhere++;
        _tally.Waited++;
        _tally.WaitedDays += (day - ticket.Wanted).Value;
        _tally.Late += ticket.IsLate(day) ? 1 : 0;
        Withdraw(ticket, day);
    }

    /// <summary>A session that has waited too long is given up.</summary>
    public void Skip(SlotTicket ticket, TrialDay day)
    {
        _tally.Skipped++;
        Withdraw(ticket, day);
    }

    /// <summary>A session that has taken place is over.</summary>
    public void Finish(SlotTicket ticket)
    {
        Count(ticket.End);
        _taken--;
        GiveBack(ticket.Request, ticket.End);
        _tickets.Return(ticket);
    }

    /// <summary>How it has been used by the end of a trial.</summary>
    public ResourceUse UseBy(TrialDay end)
    {
        if (end <= _opened)
        {
            return _tally.ToUse(offeredDays: 0);
        }

        if (_resource.Session is SessionUntilClosing)
        {
            double openings = _resource.Opening.OpeningsBy(end) - _resource.Opening.OpeningsBy(_opened) + (_resource.Opening.Opens((int)Math.Floor(_opened.Value)) ? 1 : 0);
            return _tally.ToUse(openings * _resource.Opening.LengthDays * _resource.Places);
        }

        TrialDay until = end > _counted ? end : _counted; // Later where the trial went on after its stop.
        Count(until);
        return _tally.ToUse(_resource.Places * (_resource.Opening.OpenUntil(until) - _resource.Opening.OpenUntil(_opened)));
    }

    private void Begin(SlotTicket ticket, TrialDay day, double unitLength)
    {
        _tally.Sessions++;
        _tally.Late += ticket.IsLate(day) ? 1 : 0;
        if (_resource.Session is SessionUntilClosing)
        {
            _tally.TakenDays += _resource.Opening.LengthDays;
            _untilClosing.Add(ticket);
            return;
        }

        double length = _resource.Session is ExponentialSession exponential ? exponential.MeanDays * unitLength : ((FixedSession)_resource.Session).Days;
        TrialDay end = new(day.Value + length);
        Count(day);
        _taken++;
        ticket.End = end;
        At(end, ticket.Finish);
    }

    // Who still waits stays in the queue, and passes the place on when it comes (Serve).
    private void Withdraw(SlotTicket ticket, TrialDay day)
    {
        _waiting--;
        ticket.Standing = ticket.Request.IsTriggered ? SlotStanding.GivenBack : SlotStanding.Withdrawn;
        if (ticket.Standing == SlotStanding.GivenBack)
        {
            GiveBack(ticket.Request, day);
        }
    }

    // Who is asleep has been closed since, or is open still: a session may begin on a day on which it has not been awake.
    private void WakeUp(TrialDay day)
    {
        if (_isAwake)
        {
            return;
        }

        _isAwake = true;
        int today = (int)Math.Floor(day.Value);
        if (_resource.Opening.Opens(today) && day.Value < today + _resource.Opening.LengthDays)
        {
            At(ClosingOf(today), () => Close(today));
        }
        else
        {
            Shut();
            AwaitOpening(_resource.Opening.FirstOpeningFrom(today + 1));
        }
    }

    private void AwaitOpening(int day) => At(new TrialDay(day), () => Open(day));

    private void Open(int day)
    {
        foreach (Request shutter in _shutters)
        {
            if (shutter.IsTriggered)
            {
                GiveBack(shutter, new TrialDay(day));
            }
            else
            {
                shutter.AddCallback(_ => _places.Release(shutter)); // A session goes on beyond closing; SimSharp cannot cancel a request that has a priority.
            }
        }

        _shutters.Clear();
        At(ClosingOf(day), () => Close(day));
    }

    private void Close(int day)
    {
        int next = _resource.Opening.FirstOpeningFrom(day + 1);
        bool opensAgainAtOnce = _resource.Opening.LengthDays == 1 && next == day + 1;
        _isAwake = _waiting > 0;
        if (_isAwake && !opensAgainAtOnce)
        {
            Shut(); // Before the places of the day are given back, so that nobody slips in.
            AwaitOpening(next);
        }
        else if (_isAwake)
        {
            At(ClosingOf(next), () => Close(next));
        }

        foreach (SlotTicket session in _untilClosing)
        {
            GiveBack(session.Request, ClosingOf(day));
            _tickets.Return(session);
        }

        _untilClosing.Clear();
    }

    private TrialDay ClosingOf(int day) => new(day + _resource.Opening.LengthDays);

    private void Shut()
    {
        for (int place = 0; place < _resource.Places; place++)
        {
            _shutters.Add(_places.Request(BeforeAll));
        }
    }

    private void GiveBack(Request request, TrialDay day)
    {
        _freed = new TrialDay(Math.Max(_freed.Value, day.Value));
        _places.Release(request);
    }

    private void Count(TrialDay day)
    {
        double openUntil = _resource.Opening.OpenUntil(day);
        _tally.TakenDays += _taken * (openUntil - _openUntilCounted);
        _openUntilCounted = openUntil;
        _counted = day;
    }

    private void At(TrialDay day, Action action) => At(day, _ => action());

    private void At(TrialDay day, Action<Event> action) =>
        _simulation.TimeoutD(Math.Max(0, day.Value - _simulation.NowD), Conduct.SameInstant.Release).AddCallback(action);
}
