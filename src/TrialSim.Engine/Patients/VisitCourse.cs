using System.Collections.Immutable;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The visits of one patient: when they take place and what they see.</summary>
internal sealed class VisitCourse(
    ImmutableArray<VisitSchedule> schedules,
    ImmutableArray<VisitConduct> conduct,
    ProtocolMasks masks,
    PatientUnderWay patient,
    OccurrenceCourse occurrences,
    AnchorQueue anchors,
    EventReader reader)
{
    private readonly VisitState[] _states = new VisitState[schedules.Length];
    private readonly OccasionUniforms[] _uniforms = [.. schedules.Select(schedule => new OccasionUniforms(schedule.Purpose))];

    /// <summary>Nothing has been planned yet.</summary>
    public void Start()
    {
        for (int index = 0; index < _states.Length; index++)
        {
            _states[index] = VisitState.Unplanned(schedules[index].Arms.Contains(patient.Arm));
        }
    }

    /// <summary>The earliest visit, or what there was.</summary>
    public AgendaEntry Earliest(AgendaEntry entry)
    {
        for (int index = 0; index < _states.Length; index++)
        {
            entry = entry.Or(_states[index].Day, AgendaItem.Visit, index);
        }

        return entry;
    }

    /// <summary>Starts the schedules that are counted from what has just taken place.</summary>
    /// <param name="point">What it is.</param>
    /// <param name="day">Its day.</param>
    public void Follow(AnchorPoint point, double day)
    {
        for (int index = 0; index < _states.Length; index++)
        {
            if (!_states[index].IsOver && schedules[index].After.IsAt(point))
            {
                Plan(index, day, schedules[index].First);
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

        visit.Day = double.PositiveInfinity;
        if (schedules[index].Next is TimeWindow next)
        {
            Plan(index, schedules[index].Clock == VisitClock.Schedule ? visit.PlannedDay : day, next);
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
            if (!_states[index].IsOver && patient.Knows(schedules[index].Until))
            {
                _states[index].IsOver = true;
                _states[index].Day = double.PositiveInfinity;
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
        visit.Day = day <= patient.SeenUntil ? day : double.PositiveInfinity;
    }
}
