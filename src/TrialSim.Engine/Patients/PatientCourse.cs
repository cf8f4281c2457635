using System.Collections.Immutable;
using System.Diagnostics;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>
/// Derives the days of a patient's events from thresholds. Each event has a unit-exponential threshold and happens when its cumulative hazard,
/// under all that has happened so far, reaches it; a change of state moves the hazard, never the threshold.
/// One instance serves one worker: its buffers are overwritten by each patient.
/// </summary>
internal sealed class PatientCourse
{
    private readonly ImmutableArray<ClinicalEvent> _events;
    private readonly ImmutableArray<StateBit> _bits;
    private readonly ImmutableArray<StateBit> _knownBits;
    private readonly ulong[] _had;
    private readonly ElapsedBit[] _elapsed;
    private readonly PatientUnderWay _patient = new();
    private readonly EventClocks _clocks;
    private readonly StateCourse _states;
    private readonly OccasionCourse _occasions;
    private readonly OccurrenceCourse _occurrences;
    private readonly ProtocolCourse _protocol;
    private readonly bool _isFollowedToTheEnd;

    public PatientCourse(TrialDesign design, TrialTruth truth)
    {
        _knownBits = design.Protocol.KnownBits;
        _events = truth.Events;
        _bits = truth.StateBits;
        _clocks = new EventClocks(truth, _patient);
        _states = new StateCourse(truth, design.Protocol, _patient);
        _occasions = new OccasionCourse(truth, design.Protocol, _states, _clocks, _patient);
        _occurrences = new OccurrenceCourse(truth, design.Protocol, _patient);
        _protocol = new ProtocolCourse(design, truth, _states, _occasions, _occurrences, _patient);
        _isFollowedToTheEnd = design.Protocol.IsFollowedToTheEnd
            || !truth.States.IsEmpty
            || !truth.Markers.IsEmpty
            || truth.Events.Any(one => one.IsRecorded)
            || design.Endpoints.Any(endpoint => endpoint is NumericEndpoint);
        _had = new ulong[_events.Length];
        foreach (HadBit bit in truth.StateBits.OfType<HadBit>())
        {
            _had[bit.Event] |= bit.Mask;
        }

        _elapsed = [.. truth.StateBits.OfType<ElapsedBit>().OrderBy(bit => bit.Days)];
    }

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
        CourseLog log)
    {
        Debug.Assert(thresholds.Length == _events.Length && eventDays.Length == _events.Length && seenDays.Length == _events.Length);
        ulong baseline = PatientState.AtRandomisation(_bits, arm, covariates);
        Start(patient, arm, covariates, thresholds, seenUntil, log);
        eventDays.Fill(double.PositiveInfinity);
        seenDays.Fill(double.PositiveInfinity);
        int nextElapsed = 0;
        while (true)
        {
            int next = _clocks.Earliest();
            double day = _clocks.DayOf(next);
            double due = _protocol.NextDay;
            double over = _occurrences.NextResolutionDay;
            ulong before = _patient.State;
            ulong knownBefore = _patient.Known;
            if (nextElapsed < _elapsed.Length && _elapsed[nextElapsed].Days <= Math.Min(Math.Min(day, due), over))
            {
                ElapsedBit elapsed = _elapsed[nextElapsed++];
                _patient.State |= elapsed.Mask;
                _clocks.Follow(before, _patient.State, elapsed.Days);
                continue;
            }

            if (over <= Math.Min(day, due) && over < double.PositiveInfinity)
            {
                (int resolved, int occurrence) = _occurrences.Resolve();
                _clocks.Resolve(resolved, occurrence, over);
                _protocol.DecideOnNews(knownBefore, over);
                _clocks.Follow(before, _patient.State, over);
                continue;
            }

            // Nothing is left to happen, and nothing more will be seen: what the protocol goes on to do changes nothing.
            if (double.IsPositiveInfinity(day) && (double.IsPositiveInfinity(due) || due > seenUntil || (!_isFollowedToTheEnd && IsAllSeen(seenDays))))
            {
                return;
            }

            // Strictly before: what happens on the day of a visit is there to be seen.
            if (due < day)
            {
                _protocol.Advance(eventDays, seenDays);
                _clocks.Follow(before, _patient.State, due);
                continue;
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
                return;
            }

            _clocks.Happen(next, number, baseline, day);
            _patient.State |= _had[next];
            _occasions.Come(OccasionKind.Occurrence, next, number, day);
            _protocol.Learn(next, number, day);
            _protocol.DecideOnNews(knownBefore, day);
            _clocks.Follow(before, _patient.State, day);
        }
    }

    private void Start(PatientKey patient, int arm, ReadOnlySpan<double> covariates, ReadOnlySpan<double> thresholds, double seenUntil, CourseLog log)
    {
        _patient.Start(patient, arm, seenUntil, log);
        _patient.State = PatientState.AtRandomisation(_bits, arm, covariates);
        _patient.Known = PatientState.AtRandomisation(_knownBits, arm, covariates);
        _states.Start();
        _occurrences.Start();
        _clocks.Start(_patient.State, covariates, thresholds);
        ulong before = _patient.State;
        _occasions.Come(OccasionKind.Randomisation, 0, number: 1, day: 0);
        _clocks.Follow(before, _patient.State, day: 0);
        _clocks.BringAboutWhatHolds(_patient.State);
        _protocol.Start();
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
