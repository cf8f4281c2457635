using System.Collections.Immutable;
using System.Diagnostics;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>
/// Derives the days of a patient's events from thresholds. Each event has a unit-exponential threshold and happens when its cumulative hazard,
/// under all that has happened so far, reaches it; a change of state moves the hazard, never the threshold.
/// A course that meets nobody is derived at a stroke; one that waits for slots is taken up again each time that the clock has reached its next day or a slot is free.
/// One instance serves one patient at a time: its buffers are overwritten by the next.
/// </summary>
internal sealed class PatientCourse
{
    private readonly ImmutableArray<ClinicalEvent> _events;
    private readonly RandomisedStates _randomised;
    private readonly RandomisedStates _knownRandomised;
    private readonly ulong[] _had;
    private readonly ElapsedBit[] _elapsed;
    private readonly PatientUnderWay _patient = new();
    private readonly EventClocks _clocks;
    private readonly StateCourse _states;
    private readonly OccasionCourse _occasions;
    private readonly OccurrenceCourse _occurrences;
    private readonly ProtocolCourse _protocol;
    private readonly bool _isFollowedToTheEnd;
    private ulong _baseline;
    private int _nextElapsed;
    private double _seenUntil;

    public PatientCourse(TrialDesign design, TrialTruth truth)
    {
        _events = truth.Events;
        _randomised = new RandomisedStates(truth.StateBits, design.Arms.Length);
        _knownRandomised = new RandomisedStates(design.Protocol.KnownBits, design.Arms.Length);
        _clocks = new EventClocks(truth, design.Protocol, _patient);
        _states = new StateCourse(truth, design.Protocol, _patient);
        _occasions = new OccasionCourse(truth, design.Protocol, _states, _clocks, _patient);
        _occurrences = new OccurrenceCourse(truth, design.Protocol, _patient);
        _protocol = new ProtocolCourse(design, truth, _states, _occasions, _occurrences, _patient);
        _isFollowedToTheEnd = truth.IsFollowedToTheEnd(design);
        _had = new ulong[_events.Length];
        foreach (HadBit bit in truth.StateBits.OfType<HadBit>())
        {
            _had[bit.Event] |= bit.Mask;
        }

        _elapsed = [.. truth.StateBits.OfType<ElapsedBit>().OrderBy(bit => bit.Days)];
    }

    /// <summary>Whether a session waits for something of its site.</summary>
    public bool IsWaiting => _protocol.IsWaiting;

    /// <summary>What comes next, as far as others are concerned.</summary>
    public SlotMove NextMove
    {
        get
        {
            SlotMove move = _protocol.NextMove;
            return move == SlotMove.None || IsProtocolNext ? move : SlotMove.None;
        }
    }

    /// <summary>The treatment that <see cref="NextMove"/> is about.</summary>
    public int NextTreatment => _protocol.NextIndex;

    private bool IsProtocolNext => _protocol.NextDay < Math.Min(_clocks.DayOf(_clocks.Earliest()), _occurrences.NextResolutionDay)
        && (_nextElapsed == _elapsed.Length || _protocol.NextDay < _elapsed[_nextElapsed].Days);

    /// <summary>The day of what comes next; +∞ for nothing.</summary>
    public double NextDay
    {
        get
        {
            double elapsed = _nextElapsed < _elapsed.Length ? _elapsed[_nextElapsed].Days : double.PositiveInfinity;
            return Math.Min(Math.Min(_clocks.DayOf(_clocks.Earliest()), _protocol.NextDay), Math.Min(_occurrences.NextResolutionDay, elapsed));
        }
    }

    /// <summary>Whether the patient is followed beyond a day: neither lost by then nor at the end of follow-up.</summary>
    public bool IsFollowedOn(double day) => day < _patient.SeenUntil;

    /// <summary>How far a treatment has come.</summary>
    public ref readonly TreatmentState StateOf(int treatment) => ref _protocol.StateOf(treatment);

    /// <summary>Fills in the day of each event since randomisation and the day on which it is seen; +∞ for those that never happen or are never seen.</summary>
    /// <param name="patient">Whose draws the protocol takes.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="covariates">One value per covariate.</param>
    /// <param name="thresholds">One unit exponential per event.</param>
    /// <param name="seenUntil">Days after which nobody sees the patient: loss or the end of follow-up.</param>
    /// <param name="eventDays">Receives one day per event.</param>
    /// <param name="seenDays">Receives one day per event; may be the same memory where every event is known at once.</param>
    /// <param name="log">Takes what the protocol does.</param>
    public void Derive(
        PatientKey patient,
        int arm,
        ReadOnlySpan<double> covariates,
        ReadOnlySpan<double> thresholds,
        double seenUntil,
        Span<double> eventDays,
        Span<double> seenDays,
        CourseWriter log)
    {
        Start(patient, arm, covariates, thresholds, seenUntil, SlotAccess.Unlimited, eventDays, seenDays, log);
        while (Step(eventDays, seenDays))
        {
        }
    }

    /// <summary>Starts with a patient who has just been randomised.</summary>
    /// <param name="patient">Whose draws the protocol takes.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="covariates">One value per covariate.</param>
    /// <param name="thresholds">One unit exponential per event.</param>
    /// <param name="seenUntil">Days after which nobody sees the patient: loss or the end of follow-up.</param>
    /// <param name="access">Whether sessions that need something of their site take place when they are wanted, or wait for it.</param>
    /// <param name="eventDays">One day per event; set to never.</param>
    /// <param name="seenDays">One day per event; set to never.</param>
    /// <param name="log">Takes what the protocol does.</param>
    public void Start(
        PatientKey patient,
        int arm,
        ReadOnlySpan<double> covariates,
        ReadOnlySpan<double> thresholds,
        double seenUntil,
        SlotAccess access,
        Span<double> eventDays,
        Span<double> seenDays,
        CourseWriter log)
    {
        Debug.Assert(thresholds.Length == _events.Length && eventDays.Length == _events.Length && seenDays.Length == _events.Length);
        eventDays.Fill(double.PositiveInfinity);
        seenDays.Fill(double.PositiveInfinity);
        _nextElapsed = 0;
        _seenUntil = seenUntil;
        _baseline = _randomised.Of(arm, covariates);
        _patient.Start(patient, arm, seenUntil, access, log);
        _patient.State = _baseline;
        _patient.Known = _knownRandomised.Of(arm, covariates);
        _states.Start();
        _occurrences.Start();
        _clocks.Start(_patient.State, covariates, thresholds);
        _occasions.Come(OccasionKind.Randomisation, 0, number: 1, day: 0);
        _clocks.Follow(_baseline, _patient.State, day: 0);
        _clocks.BringAboutWhatHolds(_patient.State);
        _protocol.Start();
    }

    /// <summary>Does what comes next: an event, something that the protocol has due, or a session that is wanted and begins to wait.</summary>
    /// <param name="eventDays">The patient's event days, filled in as they come.</param>
    /// <param name="seenDays">The days on which they are seen, filled in as they come.</param>
    /// <returns>Whether the course goes on: false when nothing is left that changes anything.</returns>
    public bool Step(Span<double> eventDays, Span<double> seenDays)
    {
        int next = _clocks.Earliest();
        double day = _clocks.DayOf(next);
        double due = _protocol.NextDay;
        double over = _occurrences.NextResolutionDay;
        ulong before = _patient.State;
        ulong knownBefore = _patient.Known;
        if (_nextElapsed < _elapsed.Length && _elapsed[_nextElapsed].Days <= Math.Min(Math.Min(day, due), over))
        {
            ElapsedBit elapsed = _elapsed[_nextElapsed++];
            _patient.State |= elapsed.Mask;
            _clocks.Follow(before, _patient.State, elapsed.Days);
            return true;
        }

        if (over <= Math.Min(day, due) && over < double.PositiveInfinity)
        {
            (int resolved, int occurrence) = _occurrences.Resolve();
            _clocks.Resolve(resolved, occurrence, over);
            _protocol.DecideOnNews(knownBefore, over);
            _clocks.Follow(before, _patient.State, over);
            return true;
        }

        // Nothing is left to happen, and nothing more will be seen: what the protocol goes on to do changes nothing.
        if (double.IsPositiveInfinity(day)
            && (double.IsPositiveInfinity(due) || due > _seenUntil || (!_isFollowedToTheEnd && IsAllSeen(seenDays))))
        {
            return false;
        }

        // Strictly before: what happens on the day of a visit is there to be seen.
        if (due < day)
        {
            _protocol.Advance(eventDays, seenDays);
            _clocks.Follow(before, _patient.State, due);
            return true;
        }

        int number = _occurrences.Begin(next, day);
        if (number == 1)
        {
            eventDays[next] = day;
            seenDays[next] = _events[next].IsSeenAtOnce ? day : seenDays[next];
        }

        if (_events[next].Ending == CourseEnding.Fatal)
        {
            _occurrences.KnowCause(next, number, day);
            return false;
        }

        _clocks.Happen(next, number, _baseline, day);
        _patient.State |= _had[next];
        _occasions.Come(OccasionKind.Occurrence, next, number, day);
        _protocol.Learn(next, number, day);
        _protocol.DecideOnNews(knownBefore, day);
        _clocks.Follow(before, _patient.State, day);
        return true;
    }

    /// <summary>Does all that comes before the patient next meets somebody: up to the day on which a session that needs something of its site is wanted.</summary>
    /// <returns>Whether the course goes on.</returns>
    public bool RunToMeeting(Span<double> eventDays, Span<double> seenDays)
    {
        while (!IsWaiting && NextMove == SlotMove.None)
        {
            if (!Step(eventDays, seenDays))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A session that was wanted on a day finds no slot, and waits.</summary>
    public void NoteWait(int treatment, double day) =>
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.SlotAwaited, treatment, StateOf(treatment).Done + 1));

    /// <summary>A session that has waited gets its slot and takes place.</summary>
    /// <param name="treatment">Index of the treatment.</param>
    /// <param name="day">Its day, not before any that the course has passed.</param>
    public void TakeSlot(int treatment, double day)
    {
        ulong before = _patient.State;
        _protocol.TakeSlot(treatment, day);
        _clocks.Follow(before, _patient.State, day);
    }

    private static bool IsAllSeen(ReadOnlySpan<double> seenDays)
    {
        foreach (double day in seenDays)
        {
            if (double.IsPositiveInfinity(day))
            {
                return false;
            }
        }

        return true;
    }
}
