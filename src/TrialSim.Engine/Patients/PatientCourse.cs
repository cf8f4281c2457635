using System.Collections.Immutable;
using System.Diagnostics;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Patients;

/// <summary>
/// Derives the days of a patient's events from thresholds. Each event has a unit-exponential threshold and happens when its cumulative hazard,
/// under all that has happened so far, reaches it; a change of state moves the hazard, never the threshold.
/// One instance serves one worker: its buffers are overwritten by each patient.
/// </summary>
internal sealed class PatientCourse
{
    // Beyond it the hazard ratio of a far-out covariate would be infinite or 0, and days would not be numbers.
    private const double LargestLogHazardRatio = 700;

    private readonly ImmutableArray<ClinicalEvent> _events;
    private readonly ImmutableArray<StateBit> _bits;
    private readonly Effect[][] _effects;
    private readonly CovariateSlope[][] _slopes;
    private readonly ulong[] _touching;
    private readonly ulong[] _had;
    private readonly ElapsedBit[] _elapsed;
    private readonly EventClock[] _clocks;
    private readonly ImmutableArray<StateBit> _knownBits;
    private readonly ProtocolCourse _protocol;
    private readonly bool _isFollowedToTheEnd;

    public PatientCourse(TrialDesign design, TrialTruth truth)
    {
        _knownBits = design.Protocol.KnownBits;
        _protocol = new ProtocolCourse(design, truth);
        _isFollowedToTheEnd = design.Protocol.IsFollowedToTheEnd;
        _events = truth.Events;
        _bits = truth.StateBits;
        int count = _events.Length;
        _effects = new Effect[count][];
        _slopes = new CovariateSlope[count][];
        _touching = new ulong[count];
        _had = new ulong[count];
        _clocks = new EventClock[count];
        for (int index = 0; index < count; index++)
        {
            int own = index;
            _effects[index] = [.. truth.Effects.Where(effect => effect.Event == own)];
            _slopes[index] = [.. truth.Slopes.Where(slope => slope.Event == own)];
            _touching[index] = _effects[index].SelectMany(effect => effect.While).Aggregate(0UL, (bits, term) => bits | term.Mask);
            _had[index] = truth.StateBits.OfType<HadBit>().Where(bit => bit.Event == own).Aggregate(0UL, (bits, bit) => bits | bit.Mask);
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
        ulong state = PatientState.AtRandomisation(_bits, arm, covariates);
        ulong baseline = state;
        Start(baseline, covariates, thresholds);
        _protocol.Start(patient, arm, PatientState.AtRandomisation(_knownBits, arm, covariates), seenUntil, log);
        eventDays.Fill(double.PositiveInfinity);
        seenDays.Fill(double.PositiveInfinity);
        int nextElapsed = 0;
        while (true)
        {
            int next = Earliest();
            double day = _clocks[next].Day;
            double due = _protocol.NextDay;
            ulong before = state;
            if (nextElapsed < _elapsed.Length && _elapsed[nextElapsed].Days <= Math.Min(day, due))
            {
                ElapsedBit elapsed = _elapsed[nextElapsed++];
                state |= elapsed.Mask;
                ChangeHazards(before, state, elapsed.Days);
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
                state = _protocol.Advance(state, eventDays, seenDays);
                ChangeHazards(before, state, due);
                continue;
            }

            eventDays[next] = day;
            if (_events[next].IsSeenAtOnce)
            {
                seenDays[next] = day;
            }

            if (_events[next].Ending == CourseEnding.Fatal)
            {
                return;
            }

            _clocks[next].Stop();
            StartClocksSince(next, baseline, day);
            state |= _had[next];
            if (_events[next].IsSeenAtOnce)
            {
                state = _protocol.Learn(next, day, state);
            }

            ChangeHazards(before, state, day);
        }
    }

    /// <summary>The hazard for this patient: the first choice that holds.</summary>
    internal static Hazard Choose(ImmutableArray<HazardChoice> choices, ulong baseline)
    {
        foreach (HazardChoice choice in choices)
        {
            if (choice.When.Holds(baseline))
            {
                return choice.Hazard;
            }
        }

        throw new UnreachableException("The hazards of a compiled scenario cover every patient.");
    }

    private void Start(ulong state, ReadOnlySpan<double> covariates, ReadOnlySpan<double> thresholds)
    {
        for (int index = 0; index < _events.Length; index++)
        {
            ClinicalEvent clinicalEvent = _events[index];
            ImmutableArray<HazardChoice> choices = clinicalEvent.Since == ClinicalEvent.Randomisation ? clinicalEvent.Hazards : clinicalEvent.HazardsBefore;
            double slope = 0;
            foreach (CovariateSlope term in _slopes[index])
            {
                slope += term.LogHazardRatioPerUnit * (covariates[term.Covariate] - term.Reference);
            }

            _clocks[index].Start(thresholds[index], Choose(choices, state), slope, HazardRatio(index, slope, state));
        }
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

    private int Earliest()
    {
        int earliest = 0;
        for (int index = 1; index < _clocks.Length; index++)
        {
            if (_clocks[index].Day < _clocks[earliest].Day)
            {
                earliest = index;
            }
        }

        return earliest;
    }

    private void StartClocksSince(int origin, ulong baseline, double day)
    {
        for (int index = 0; index < _events.Length; index++)
        {
            if (_events[index].Since == origin)
            {
                _clocks[index].StartAgain(day, Choose(_events[index].Hazards, baseline));
            }
        }
    }

    private void ChangeHazards(ulong before, ulong state, double day)
    {
        ulong changed = before ^ state;
        if (changed == 0)
        {
            return;
        }

        for (int index = 0; index < _clocks.Length; index++)
        {
            if ((_touching[index] & changed) != 0)
            {
                _clocks[index].ChangeHazardRatio(day, HazardRatio(index, _clocks[index].Slope, state));
            }
        }
    }

    private double HazardRatio(int index, double slope, ulong state)
    {
        double logHazardRatio = slope;
        foreach (Effect effect in _effects[index])
        {
            if (effect.Holds(state))
            {
                logHazardRatio += effect.LogHazardRatio;
            }
        }

        return Math.Exp(Math.Clamp(logHazardRatio, -LargestLogHazardRatio, LargestLogHazardRatio));
    }
}
