using System.Collections.Immutable;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>
/// Follows the protocol with one patient: keeps what is due, does it in the order of time, and decides by what is known, never by what has merely happened.
/// One instance serves one worker and is started again for each patient.
/// </summary>
internal sealed class ProtocolCourse
{
    // Nobody is followed longer, and who never dies would be seen for ever.
    private const double HorizonDays = 30 * DaysPer.Year;

    private readonly ImmutableArray<Treatment> _treatments;
    private readonly ImmutableArray<VisitSchedule> _visits;
    private readonly ProtocolConduct _conduct;
    private readonly ProtocolMasks _masks;
    private readonly SinceSessionBit[] _timers;
    private readonly TreatmentState[] _treatmentStates;
    private readonly VisitState[] _visitStates;
    private readonly double[] _timerDays;

    private PatientKey _patient;
    private CourseLog _log;
    private double _seenUntil;
    private ulong _known;
    private AgendaItem _nextItem;
    private int _nextIndex;

    public ProtocolCourse(TrialDesign design, TrialTruth truth)
    {
        _treatments = design.Protocol.Treatments;
        _visits = design.Protocol.Visits;
        _conduct = truth.Conduct;
        _masks = new ProtocolMasks(design.Protocol, truth);
        _timers = [.. truth.StateBits.OfType<SinceSessionBit>()];
        _timerDays = new double[_timers.Length];
        _treatmentStates = new TreatmentState[_treatments.Length];
        _visitStates = new VisitState[_visits.Length];
        _log = new CourseLog(0, TrialProtocol.None);
    }

    /// <summary>The day of what is due next; +∞ for nothing.</summary>
    public double NextDay { get; private set; }

    /// <summary>Starts with a patient who has just been randomised.</summary>
    /// <param name="patient">Whose draws.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="known">What is known at randomisation.</param>
    /// <param name="seenUntil">Days after which nobody sees the patient: loss or the end of follow-up.</param>
    /// <param name="log">Takes what is done.</param>
    public void Start(PatientKey patient, int arm, ulong known, double seenUntil, CourseLog log)
    {
        _patient = patient;
        _known = known;
        _seenUntil = Math.Min(seenUntil, HorizonDays);
        _log = log;
        Array.Fill(_timerDays, double.PositiveInfinity);
        for (int index = 0; index < _treatments.Length; index++)
        {
            _treatmentStates[index] = TreatmentState.Unplanned(_treatments[index].Arms.Contains(arm));
        }

        for (int index = 0; index < _visits.Length; index++)
        {
            _visitStates[index] = VisitState.Unplanned(_visits[index].Arms.Contains(arm));
        }

        Follow(ProtocolMasks.Randomisation, day: 0);
        FindNext();
    }

    /// <summary>Does what is due next.</summary>
    /// <param name="state">The patient's true state, in which treatments are kept up to date.</param>
    /// <param name="eventDays">Days on which events happened.</param>
    /// <param name="seenDays">Days on which they were seen, filled in at visits.</param>
    public void Advance(ref ulong state, ReadOnlySpan<double> eventDays, Span<double> seenDays)
    {
        double day = NextDay;
        switch (_nextItem)
        {
            case AgendaItem.Timer:
                _timerDays[_nextIndex] = double.PositiveInfinity;
                state |= _timers[_nextIndex].Mask;
                break;
            case AgendaItem.End:
                End(_nextIndex, day, ref state);
                break;
            case AgendaItem.Hold:
                HoldDrug(_nextIndex, day, ref state);
                break;
            case AgendaItem.Visit:
                Visit(_nextIndex, day, ref state, eventDays, seenDays);
                break;
            case AgendaItem.Start when _treatments[_nextIndex] is Procedure:
                TakePlace(_nextIndex, day, ref state);
                break;
            default:
                StartDrug(_nextIndex, day, ref state);
                break;
        }

        FindNext();
    }

    /// <summary>Tells of an event that is known at once.</summary>
    public void Learn(int clinicalEvent, double day, ref ulong state)
    {
        if (day <= _seenUntil && _masks.Seen[clinicalEvent] != 0)
        {
            _known |= _masks.Seen[clinicalEvent];
            Decide(day, ref state);
            FindNext();
        }
    }

    private void FindNext()
    {
        NextDay = double.PositiveInfinity;
        for (int index = 0; index < _timerDays.Length; index++)
        {
            Offer(_timerDays[index], AgendaItem.Timer, index);
        }

        for (int index = 0; index < _treatmentStates.Length; index++)
        {
            Offer(_treatmentStates[index].EndDay, AgendaItem.End, index);
            Offer(_treatmentStates[index].HoldDay, AgendaItem.Hold, index);
            Offer(_treatmentStates[index].StartDay, AgendaItem.Start, index);
        }

        for (int index = 0; index < _visitStates.Length; index++)
        {
            Offer(_visitStates[index].Day, AgendaItem.Visit, index);
        }
    }

    private void Offer(double day, AgendaItem item, int index)
    {
        if (day < NextDay || (day == NextDay && day < double.PositiveInfinity && item < _nextItem))
        {
            (NextDay, _nextItem, _nextIndex) = (day, item, index);
        }
    }

    private void Visit(int index, double day, ref ulong state, ReadOnlySpan<double> eventDays, Span<double> seenDays)
    {
        ref VisitState visit = ref _visitStates[index];
        visit.Done++;
        bool isKept = !visit.IsMissed;
        _log.Add(new CourseEntry(day, isKept ? CourseEntryKind.VisitKept : CourseEntryKind.VisitMissed, index, visit.Done));
        PlanNextVisit(index, day);
        if (!isKept)
        {
            return;
        }

        foreach (int clinicalEvent in _masks.AssessedAt[index])
        {
            if (eventDays[clinicalEvent] <= day && double.IsPositiveInfinity(seenDays[clinicalEvent]))
            {
                seenDays[clinicalEvent] = day;
                _known |= _masks.Seen[clinicalEvent];
            }
        }

        Decide(day, ref state);
        DecideSessions(index, day);
    }

    private void PlanNextVisit(int index, double day)
    {
        VisitSchedule schedule = _visits[index];
        ref VisitState visit = ref _visitStates[index];
        if (schedule.Next is TimeWindow next)
        {
            PlanVisit(index, schedule.Clock == VisitClock.Schedule ? visit.PlannedDay : day, next);
        }
        else
        {
            visit.Day = double.PositiveInfinity;
        }
    }

    private void PlanVisit(int index, double from, in TimeWindow window)
    {
        ref VisitState visit = ref _visitStates[index];
        VisitConduct conduct = _conduct.Visits[index];
        Draws draws = _patient.Draws(_visits[index].Purpose, visit.Planned++);
        double day = from + WindowSampler.DaysIn(window, conduct.Behaviour, draws.NextUniform());
        visit.IsMissed = draws.NextUniform() < conduct.MissedProbability;
        visit.PlannedDay = from + window.TargetDays;
        visit.Day = day <= _seenUntil ? day : double.PositiveInfinity;
    }

    // Stop rules and ends of schedules, in the order of the protocol; one may make the next one hold.
    private void Decide(double day, ref ulong state)
    {
        for (int index = 0; index < _treatments.Length; index++)
        {
            if (!_treatmentStates[index].IsOver && Holds(_treatments[index].StopIf, _known))
            {
                End(index, day, ref state);
            }
        }

        for (int index = 0; index < _visits.Length; index++)
        {
            if (!_visitStates[index].IsOver && Holds(_visits[index].Until, _known))
            {
                _visitStates[index].IsOver = true;
                _visitStates[index].Day = double.PositiveInfinity;
            }
        }
    }

    private void DecideSessions(int visit, double day)
    {
        for (int index = 0; index < _treatments.Length; index++)
        {
            if (_treatments[index] is Procedure { Repetition: RepeatedOnDemand demand }
                && demand.Visit == visit
                && _treatmentStates[index].Done > 0
                && double.IsPositiveInfinity(_treatmentStates[index].StartDay)
                && Holds(demand.If, _known))
            {
                Plan(index, day, demand.Delay);
            }
        }
    }

    /// <summary>Plans whatever is counted from a session that has just taken place, or from randomisation.</summary>
    private void Follow(int session, double day)
    {
        bool isFirst = session == ProtocolMasks.Randomisation || _treatmentStates[session].Done == 1;
        for (int index = 0; index < _treatments.Length; index++)
        {
            if (IsCountedFrom(_treatments[index].After, session, isFirst))
            {
                Plan(index, day, _treatments[index].Start);
            }
        }

        for (int index = 0; index < _visits.Length; index++)
        {
            if (!_visitStates[index].IsOver && IsCountedFrom(_visits[index].After, session, isFirst))
            {
                PlanVisit(index, day, _visits[index].First);
            }
        }
    }

    private static bool IsCountedFrom(Anchor anchor, int session, bool isFirst) => anchor switch
    {
        AtRandomisation => session == ProtocolMasks.Randomisation,
        FirstSession first => first.Treatment == session && isFirst,
        EachSession each => each.Treatment == session,
        _ => throw new InvalidOperationException($"No count from {anchor.GetType().Name}."),
    };

    private void Plan(int index, double from, in TimeWindow window)
    {
        ref TreatmentState treatment = ref _treatmentStates[index];
        if (treatment.IsOver)
        {
            return;
        }

        double day = from + WindowSampler.DaysIn(window, _conduct.Treatments[index], _patient.Draws(_treatments[index].Purpose, treatment.Done).NextUniform());
        treatment.StartDay = day <= HorizonDays ? day : double.PositiveInfinity;
        PlanHolds(index, from, treatment.StartDay);
    }

    private void PlanHolds(int procedure, double today, double sessionDay)
    {
        for (int index = 0; index < _treatments.Length; index++)
        {
            if (_treatments[index] is Drug drug && HoldFor(drug, procedure) is Hold hold && !_treatmentStates[index].IsOver && !_treatmentStates[index].IsHeld)
            {
                _treatmentStates[index].HoldDay = Math.Min(_treatmentStates[index].HoldDay, Math.Max(today, sessionDay - hold.BeforeDays));
            }
        }
    }

    private static Hold? HoldFor(Drug drug, int procedure)
    {
        foreach (Hold hold in drug.Holds)
        {
            if (hold.Procedure == procedure)
            {
                return hold;
            }
        }

        return null;
    }

    private void HoldDrug(int index, double day, ref ulong state)
    {
        ref TreatmentState drug = ref _treatmentStates[index];
        drug.HoldDay = double.PositiveInfinity;
        if (drug.IsTaken)
        {
            drug.IsHeld = true;
            StopTaking(index, ref state);
            _log.Add(new CourseEntry(day, CourseEntryKind.DrugHeld, index, drug.Done));
        }
        else if (drug.StartDay < double.PositiveInfinity)
        {
            // A start that would fall between the hold and the session waits for it.
            drug.IsHeld = true;
            drug.StartDay = double.PositiveInfinity;
        }
    }

    private void TakePlace(int index, double day, ref ulong state)
    {
        Procedure procedure = (Procedure)_treatments[index];
        ref TreatmentState treatment = ref _treatmentStates[index];
        treatment.StartDay = double.PositiveInfinity;
        treatment.Done++;
        _log.Add(new CourseEntry(day, CourseEntryKind.Session, index, treatment.Done));
        Treated(index, day, ref state);
        Follow(index, day);
        Resume(index, day);
        if (treatment.Done == procedure.MostSessions)
        {
            treatment.IsOver = true;
        }
        else if (procedure.Repetition is RepeatedEvery every)
        {
            Plan(index, day, every.Interval);
        }

        Decide(day, ref state);
    }

    /// <summary>Drugs that were held for this session, unless the session starts them anyway.</summary>
    private void Resume(int procedure, double day)
    {
        for (int index = 0; index < _treatments.Length; index++)
        {
            ref TreatmentState drug = ref _treatmentStates[index];
            if (drug.IsHeld && HoldFor((Drug)_treatments[index], procedure) is Hold hold)
            {
                drug.IsHeld = false;
                if (double.IsPositiveInfinity(drug.StartDay))
                {
                    Plan(index, day, hold.Resume);
                }
            }
        }
    }

    private void StartDrug(int index, double day, ref ulong state)
    {
        ref TreatmentState drug = ref _treatmentStates[index];
        drug.StartDay = double.PositiveInfinity;
        if (drug.IsTaken)
        {
            return;
        }

        drug.Done++;
        drug.IsTaken = true;
        _log.Add(new CourseEntry(day, CourseEntryKind.DrugStarted, index, drug.Done));
        state |= _masks.Taking[index];
        _known |= _masks.TakingKnown[index];
        if (drug.Done == 1)
        {
            drug.EndDay = day + ((Drug)_treatments[index]).LengthDays;
            Treated(index, day, ref state);
            Follow(index, day);
        }

        Decide(day, ref state);
    }

    private void Treated(int index, double day, ref ulong state)
    {
        state |= _masks.Treated[index];
        _known |= _masks.TreatedKnown[index];
        for (int timer = 0; timer < _timers.Length; timer++)
        {
            if (IsCountedFrom(_timers[timer].Session, index, _treatmentStates[index].Done == 1))
            {
                state &= ~_timers[timer].Mask;
                _timerDays[timer] = day + _timers[timer].Days;
            }
        }
    }

    private void StopTaking(int index, ref ulong state)
    {
        _treatmentStates[index].IsTaken = false;
        state &= ~_masks.Taking[index];
        _known &= ~_masks.TakingKnown[index];
    }

    private void End(int index, double day, ref ulong state)
    {
        ref TreatmentState treatment = ref _treatmentStates[index];
        bool wasPlanned = treatment.StartDay < double.PositiveInfinity;
        treatment = treatment with { StartDay = double.PositiveInfinity, HoldDay = double.PositiveInfinity, EndDay = double.PositiveInfinity, IsOver = true, IsHeld = false };
        if (treatment.IsTaken)
        {
            StopTaking(index, ref state);
        }

        _log.Add(new CourseEntry(day, CourseEntryKind.TreatmentEnded, index, treatment.Done));
        if (wasPlanned)
        {
            ReleaseHolds(index, day);
        }
    }

    /// <summary>The session that drugs were to be held for does not take place.</summary>
    private void ReleaseHolds(int procedure, double day)
    {
        for (int index = 0; index < _treatments.Length; index++)
        {
            if (_treatments[index] is Drug drug && HoldFor(drug, procedure) is not null)
            {
                ref TreatmentState state = ref _treatmentStates[index];
                state.HoldDay = double.PositiveInfinity;
                state.StartDay = state.IsHeld ? day : state.StartDay;
                state.IsHeld = false;
            }
        }
    }

    private static bool Holds(ImmutableArray<StateMask> terms, ulong state)
    {
        foreach (StateMask term in terms)
        {
            if (term.Holds(state))
            {
                return true;
            }
        }

        return false;
    }
}
