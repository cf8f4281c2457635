using System.Collections.Immutable;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The treatments of one patient: sessions of procedures, and drugs taken, held for sessions and taken again.</summary>
internal sealed class TreatmentCourse
{
    private readonly ImmutableArray<Treatment> _treatments;
    private readonly ImmutableArray<TreatmentConduct> _conduct;
    private readonly Followers _followers;
    private readonly (int Treatment, RepeatedOnDemand Demand)[][] _decidedAt;
    private readonly NeighbourUniforms[] _uptakes;
    private readonly NeighbourUniforms[] _starts;
    private readonly ProtocolMasks _masks;
    private readonly PatientUnderWay _patient;
    private readonly Agenda _agenda;
    private readonly AnchorQueue _anchors;
    private readonly TreatmentState[] _states;
    private readonly DoseCourse _doses;
    private readonly HoldCourse _holds;
    private readonly SlotCourse _slots;
    private bool _isUnderTreatment;

    public TreatmentCourse(
        TrialProtocol protocol, ImmutableArray<TreatmentConduct> conduct, int events, ProtocolMasks masks, Agenda agenda, PatientUnderWay patient, AnchorQueue anchors)
    {
        ImmutableArray<Treatment> treatments = protocol.Treatments;
        _treatments = treatments;
        _followers = new Followers([.. treatments.Select(treatment => treatment.After)], treatments.Length, events);
        _conduct = conduct;
        _uptakes = [.. treatments.Select(treatment => new NeighbourUniforms(NamedPurpose.Of("uptake", treatment.Name), protocol))];
        _starts = [.. treatments.Select(treatment => new NeighbourUniforms(treatment.Purpose, protocol))];
        (int Treatment, RepeatedOnDemand Demand)[] onDemand =
        [
            .. Enumerable.Range(0, treatments.Length)
                .Where(index => treatments[index] is Procedure { Repetition: RepeatedOnDemand })
                .Select(index => (index, (RepeatedOnDemand)((Procedure)treatments[index]).Repetition)),
        ];
        _decidedAt = [.. Enumerable.Range(0, protocol.Visits.Length).Select(visit => onDemand.Where(one => one.Demand.Visit == visit).ToArray())];
        _masks = masks;
        _patient = patient;
        _agenda = agenda;
        _anchors = anchors;
        _states = new TreatmentState[treatments.Length];
        _doses = new DoseCourse(treatments, _states, agenda, masks, patient);
        _holds = new HoldCourse(treatments, _states, agenda);
        _slots = new SlotCourse(treatments, _states, agenda, patient);
    }

    /// <summary>Sessions that need something of their site.</summary>
    public SlotCourse Slots => _slots;

    /// <summary>How far a treatment has come.</summary>
    public ref readonly TreatmentState StateOf(int index) => ref _states[index];

    /// <summary>Nothing has been planned yet.</summary>
    public void Start()
    {
        for (int index = 0; index < _states.Length; index++)
        {
            _states[index] = TreatmentState.Unplanned(_treatments[index].Arms.Contains(_patient.Arm));
            double uptake = _conduct[index].UptakeProbability;
            _states[index].IsDeclined = uptake < 1 && !_states[index].IsOver && _uptakes[index].Of(_patient.Key, 0).First >= uptake;
        }

        _isUnderTreatment = true;
        _doses.Adapt(day: 0);
    }

    /// <summary>Plans the treatments that are counted from what has just taken place.</summary>
    /// <param name="point">What it is.</param>
    /// <param name="day">Its day.</param>
    public void Follow(AnchorPoint point, double day)
    {
        foreach (int index in _followers.Of(point))
        {
            Plan(index, day, _treatments[index].Start);
        }
    }

    /// <summary>A visit has been kept: it decides on further sessions.</summary>
    public void DecideAt(int visit, double day)
    {
        foreach ((int index, RepeatedOnDemand demand) in _decidedAt[visit])
        {
            if (_states[index].HasBegun && !IsPlanned(index) && _patient.Knows(demand.If))
            {
                Plan(index, day, demand.Delay);
            }
        }
    }

    /// <summary>Stops treatments, reduces doses and interrupts drugs by what is known, until no rule asks for more.</summary>
    public void Decide(double day)
    {
        do
        {
            StopWhereKnown(day);
        }
        while (_doses.Adapt(day));
    }

    private void StopWhereKnown(double day)
    {
        for (int index = 0; index < _states.Length; index++)
        {
            if (!_states[index].IsOver && !_states[index].IsDeclined && _patient.Knows(_treatments[index].StopIf))
            {
                End(index, day);
            }
        }
    }

    /// <summary>A session takes place, or a drug is taken, for the first time or again.</summary>
    /// <returns>The number of the session or first dose; 0 where nothing was new.</returns>
    public int TakePlace(int index, double day)
    {
        ref TreatmentState treatment = ref _states[index];
        StopAwaiting(index);
        if (treatment.IsTaken)
        {
            return 0;
        }

        if (treatment.IsInterrupted)
        {
            treatment.IsDue = true;
            return 0;
        }

        treatment.Done++;
        _patient.State |= _masks.Treated[index] | _masks.Taking[index];
        _patient.Known |= _masks.TreatedKnown[index] | _masks.TakingKnown[index];
        if (_treatments[index] is Procedure)
        {
            _patient.Log.Add(new CourseEntry(day, CourseEntryKind.Session, index, treatment.Done));
            return treatment.Done;
        }

        Drug drug = (Drug)_treatments[index];
        treatment.IsTaken = true;
        double dose = drug.Dosing.MgPerDay.IsEmpty ? 0 : drug.Dosing.MgPerDay[treatment.DoseLevel];
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.DrugStarted, index, treatment.Done, dose));
        if (treatment.Done > 1)
        {
            return 0;
        }

        _agenda.DayOf(AgendaItem.End, index) = day + drug.LengthDays;
        return 1;
    }

    /// <summary>Drugs that were held for a session are taken again, unless the session has planned them anyway.</summary>
    public void Resume(int procedure, double day)
    {
        for (int index = 0; index < _states.Length; index++)
        {
            ref TreatmentState drug = ref _states[index];
            if (drug.IsHeld && _holds.Find(index, procedure) is Hold hold)
            {
                drug.IsHeld = false;
                if (double.IsPositiveInfinity(_agenda.DayOf(AgendaItem.Start, index)))
                {
                    Plan(index, day, hold.Resume);
                }
            }
        }
    }

    /// <summary>Plans the next session of a procedure by the clock, once drugs know of the last one.</summary>
    public void Repeat(int index, double day)
    {
        if (_treatments[index] is not Procedure procedure)
        {
            return;
        }

        if (_states[index].Done == procedure.MaxSessions || IsLastPlanned(procedure))
        {
            Close(index);
        }
        else if (procedure.Repetition is RepeatedEvery every)
        {
            Plan(index, day, every.Interval);
        }
    }

    /// <summary>A session that has waited does not take place; what was held for it goes on, and the next one is planned as after a session.</summary>
    public void Skip(int index, double day)
    {
        ref TreatmentState treatment = ref _states[index];
        StopAwaiting(index);
        treatment.Skipped++;
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.SessionSkipped, index, treatment.Skipped));
        _holds.Release(index, day);
        Repeat(index, day);
    }

    /// <summary>A drug is paused for a session to come; a start that would fall before that session waits for it.</summary>
    public void HoldDrug(int index, double day)
    {
        ref TreatmentState drug = ref _states[index];
        ref double startDay = ref _agenda.DayOf(AgendaItem.Start, index);
        _agenda.DayOf(AgendaItem.Hold, index) = double.PositiveInfinity;
        drug.IsHeld = drug.IsTaken || drug.IsDue || startDay < double.PositiveInfinity;
        drug.IsDue = false;
        startDay = double.PositiveInfinity;
        if (drug.IsTaken)
        {
            StopTaking(index);
            _patient.Log.Add(new CourseEntry(day, CourseEntryKind.DrugHeld, index, drug.Done));
        }
    }

    /// <summary>A treatment is over for good.</summary>
    public void End(int index, double day)
    {
        ref TreatmentState treatment = ref _states[index];
        bool wasPlanned = IsPlanned(index);
        StopAwaiting(index);
        _agenda.DayOf(AgendaItem.Hold, index) = double.PositiveInfinity;
        _agenda.DayOf(AgendaItem.End, index) = double.PositiveInfinity;
        treatment.IsHeld = false;
        treatment.IsDue = false;
        if (treatment.IsTaken)
        {
            StopTaking(index);
        }

        Close(index);
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.TreatmentEnded, index, treatment.Done));
        if (wasPlanned)
        {
            _holds.Release(index, day);
        }
    }

    /// <summary>Whether no treatment is going on or planned any more, when one still was the last time that this was asked, or at randomisation.</summary>
    public bool HasJustEnded()
    {
        bool was = _isUnderTreatment;
        _isUnderTreatment = false;
        for (int index = 0; index < _states.Length; index++)
        {
            _isUnderTreatment |= IsGoingOn(index);
        }

        return was && !_isUnderTreatment;
    }

    private bool IsPlanned(int index) => _states[index].IsWaiting || _agenda.DayOf(AgendaItem.Start, index) < double.PositiveInfinity;

    private void StopAwaiting(int index)
    {
        _states[index].IsWaiting = false;
        _agenda.DayOf(AgendaItem.Start, index) = double.PositiveInfinity;
        _agenda.DayOf(AgendaItem.GiveUp, index) = double.PositiveInfinity;
    }

    // What waits for something that has not come is not going on; what has begun and goes on by decision is.
    private bool IsGoingOn(int index)
    {
        ref TreatmentState treatment = ref _states[index];
        return !treatment.IsOver
            && (treatment.IsTaken
                || treatment.IsHeld
                || treatment.IsDue
                || IsPlanned(index)
                || (treatment.HasBegun && _treatments[index] is Procedure { Repetition: RepeatedOnDemand }));
    }

    // A procedure of one session for each thing that comes is over with that thing.
    private bool IsLastPlanned(Procedure procedure) => procedure is { Repetition: NotRepeated }
        && procedure.After switch
        {
            EachSession each => _states[each.Treatment].IsOver,
            EachSeen => false,
            _ => true,
        };

    private void Close(int index)
    {
        _states[index].IsOver = true;
        _anchors.AddEnd(index);
        for (int other = 0; other < _states.Length; other++)
        {
            if (!_states[other].IsOver
                && !IsPlanned(other)
                && _treatments[other] is Procedure { Repetition: NotRepeated, After: EachSession each }
                && each.Treatment == index)
            {
                Close(other);
            }
        }
    }

    private void Plan(int index, double from, in TimeWindow window)
    {
        ref TreatmentState treatment = ref _states[index];
        if (treatment.IsOver || treatment.IsWaiting)
        {
            return; // A session that waits keeps its place in the queue.
        }

        if (treatment.IsDeclined)
        {
            Close(index);
            return;
        }

        double day = from + WindowSampler.DaysIn(window, _conduct[index].Behaviour, _starts[index].Of(_patient.Key, treatment.Done).First);
        day = day <= PatientUnderWay.HorizonDays ? day : double.PositiveInfinity;
        _agenda.DayOf(AgendaItem.Start, index) = day;
        treatment.WindowEndDay = from + window.LatestDays;
        _holds.Plan(index, from, day);
    }

    private void StopTaking(int index)
    {
        _states[index].IsTaken = false;
        _patient.State &= ~_masks.Taking[index];
        _patient.Known &= ~_masks.TakingKnown[index];
    }
}
