using System.Collections.Immutable;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The visits of one patient: when they take place and what they see.</summary>
internal sealed class VisitCourse(
    TrialProtocol protocol,
    ImmutableArray<VisitConduct> conduct,
    ProtocolMasks masks,
    Agenda agenda,
    PatientUnderWay patient,
    OccurrenceCourse occurrences,
    AnchorQueue anchors,
    EventReader reader)
{
    private readonly ImmutableArray<VisitSchedule> _schedules = protocol.Visits;
    private readonly VisitState[] _states = new VisitState[protocol.Visits.Length];
    private readonly OccasionUniforms[] _uniforms = [.. protocol.Visits.Select(schedule => new OccasionUniforms(schedule.Purpose))];
    private readonly Followers _followers = new([.. protocol.Visits.Select(schedule => schedule.After)], protocol.Treatments.Length, masks.Seen.Length);

    /// <summary>Nothing has been planned yet.</summary>
    public void Start()
    {
        for (int index = 0; index < _states.Length; index++)
        {
            _states[index] = VisitState.Unplanned(_schedules[index].Arms.Contains(patient.Arm));
        }
    }

    /// <summary>Starts the schedules that are counted from what has just taken place.</summary>
    /// <param name="point">What it is.</param>
    /// <param name="day">Its day.</param>
    public void Follow(AnchorPoint point, double day)
    {
        foreach (int index in _followers.Of(point))
        {
            if (!_states[index].IsOver)
            {
                Plan(index, day, _schedules[index].First);
            }
        }
    }

    /// <summary>A visit begins, or is missed; the next one is planned.</summary>
    /// <returns>Its number; 0 where it is missed.</returns>
    public int Begin(int index, double day)
    {
        ref VisitState visit = ref _states[index];
        visit.Done++;
        bool isKept = !visit.IsMissed;
        if (!isKept)
        {
            patient.Log.Add(new CourseEntry(day, CourseEntryKind.VisitMissed, index, visit.Done));
        }

        agenda.DayOf(AgendaItem.Visit, index) = double.PositiveInfinity;
        if (_schedules[index].Next is TimeWindow next)
        {
            Plan(index, _schedules[index].Clock == VisitClock.Schedule ? visit.PlannedDay : day, next);
        }

        return isKept ? visit.Done : 0;
    }

    /// <summary>A visit that has begun sees what has happened.</summary>
    /// <returns>Its number.</returns>
    public int See(int index, double day, ReadOnlySpan<double> eventDays, Span<double> seenDays)
    {
        patient.Log.Add(new CourseEntry(day, CourseEntryKind.VisitKept, index, _states[index].Done));
        foreach (int clinicalEvent in masks.AssessedAt[index])
        {
            if (double.IsPositiveInfinity(seenDays[clinicalEvent]) && reader.Reports(index, _states[index].Done, clinicalEvent, day, eventDays[clinicalEvent]))
            {
                seenDays[clinicalEvent] = day;
                patient.Known |= masks.Seen[clinicalEvent];
                occurrences.KnowCause(clinicalEvent, number: 1, day);
                anchors.AddSeen(clinicalEvent, number: 1);
            }

            occurrences.See(clinicalEvent, day, anchors);
        }

        return _states[index].Done;
    }

    /// <summary>Ends the schedules whose end has come.</summary>
    public void EndWhereKnown()
    {
        for (int index = 0; index < _states.Length; index++)
        {
            if (!_states[index].IsOver && patient.Knows(_schedules[index].Until))
            {
                _states[index].IsOver = true;
                agenda.DayOf(AgendaItem.Visit, index) = double.PositiveInfinity;
            }
        }
    }

    private void Plan(int index, double from, in TimeWindow window)
    {
        ref VisitState visit = ref _states[index];
        (double whenUniform, double missedUniform) = _uniforms[index].Of(patient.Key, visit.Planned++);
        double day = from + WindowSampler.DaysIn(window, conduct[index].Behaviour, whenUniform);
        visit.IsMissed = missedUniform < conduct[index].MissedProbability;
        visit.PlannedDay = from + window.TargetDays;
        agenda.DayOf(AgendaItem.Visit, index) = day <= patient.SeenUntil ? day : double.PositiveInfinity;
    }
}
