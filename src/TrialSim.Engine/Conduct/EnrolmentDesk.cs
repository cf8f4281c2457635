using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>Enrolment on the calendar: lets patients in as long as the design as it stands wants any, and knows when the last one has come.</summary>
internal sealed class EnrolmentDesk(Simulation simulation, Ledger ledger, TrialState state)
{
    private Event _closing = new(simulation);
    private Event _reopening = new(simulation);
    private bool _isOpen = true;
    private double _sinceDay;

    /// <summary>Whether everybody is in the ledger already.</summary>
    public bool IsClosedForGood { get; private set; }

    private bool IsWanted => state.IsEnrolling(ledger.Enrolled);

    /// <summary>Everybody is in the ledger already, with the day on which they will come.</summary>
    public void CloseForGood()
    {
        IsClosedForGood = true;
        _isOpen = false;
    }

    /// <summary>The process that lets patients in.</summary>
    /// <param name="randomisation">At the start of the replicate.</param>
    /// <param name="enrolled">Called with the place in the ledger of each patient who comes in.</param>
    public IEnumerable<Event> Enrol(Randomisation randomisation, Action<int> enrolled)
    {
        while (true)
        {
            while (!IsWanted)
            {
                Close();
                yield return _reopening;
            }

            bool comes = randomisation.TryScreenNext(out TrialDay day);
            if (day.Value > simulation.NowD)
            {
                yield return simulation.TimeoutD(day.Value - simulation.NowD, SameInstant.Arrival);
            }

            if (!comes)
            {
                state.StopAccrual(); // Nor does a decision bring anybody from here on.
                Close();
                yield break;
            }

            // Who comes while nobody is wanted does not come again.
            if (IsWanted && day.Value >= _sinceDay && randomisation.TryEnrol(day, ledger, state))
            {
                enrolled(ledger.Enrolled - 1);
            }
        }
    }

    /// <summary>Closes, or opens again, as decisions want it.</summary>
    public void FollowDecisions()
    {
        if (IsClosedForGood)
        {
            return;
        }

        if (!IsWanted)
        {
            Close();
        }
        else if (!_isOpen)
        {
            _isOpen = true;
            _sinceDay = simulation.NowD;
            _closing = new Event(simulation);
            Event waiting = _reopening;
            _reopening = new Event(simulation);
            waiting.Succeed(priority: SameInstant.Arrival);
        }
    }

    /// <summary>Fires a time after the n-th patient was randomised, where it is known beforehand when that will be.</summary>
    /// <param name="count">n.</param>
    /// <param name="days">The time.</param>
    /// <param name="watch">The watch.</param>
    /// <returns>Whether it is known.</returns>
    public bool TryWatch(int count, double days, out TriggerWatch watch)
    {
        bool comes = IsClosedForGood && count <= ledger.Enrolled;
        watch = TriggerWatch.OnDay(simulation, comes ? ledger.ArrivalOf(count - 1) + new PatientDay(days) : TrialDay.Never);
        return IsClosedForGood;
    }

    /// <summary>Fires a time after the last patient was randomised, once it is known that they were the last.</summary>
    /// <param name="days">The time.</param>
    public TriggerWatch LastPatientFollowed(double days)
    {
        if (TryWatch(Math.Max(1, ledger.Enrolled), days, out TriggerWatch watch))
        {
            // That fewer came than planned is known only when accrual has ended.
            return ledger.Enrolled > 0 && watch.DayOf() < ledger.AccrualEnd ? TriggerWatch.OnDay(simulation, ledger.AccrualEnd) : watch;
        }

        TrialDay[] day = [TrialDay.Never];
        return new TriggerWatch(simulation.Process(AwaitLast(days, day), SameInstant.Look), () => day[0]);
    }

    private IEnumerable<Event> AwaitLast(double days, TrialDay[] day)
    {
        while (day[0] == TrialDay.Never)
        {
            if (_isOpen)
            {
                yield return _closing;
            }

            if (ledger.Enrolled == 0)
            {
                yield return _reopening; // Nobody to follow, unless accrual begins after all.
                continue;
            }

            int enrolled = ledger.Enrolled;
            double closed = simulation.NowD;
            TrialDay due = ledger.ArrivalOf(enrolled - 1) + new PatientDay(days);
            if (due.Value > closed)
            {
                yield return simulation.TimeoutD(due.Value - closed, SameInstant.Look);
            }

            if (!_isOpen && ledger.Enrolled == enrolled)
            {
                day[0] = due.Value > closed ? due : new TrialDay(closed);
            }
        }
    }

    private void Close()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _closing.Succeed(priority: SameInstant.Arrival);
        }
    }
}
