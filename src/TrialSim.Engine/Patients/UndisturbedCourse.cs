using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Patients;

/// <summary>
/// The fast neighbour of <see cref="PatientCourse"/>, bit for bit the same, for trials in which nothing that is done or happens moves a hazard: no treatment, no visit, no state, no event
/// that starts or changes another. Hazards follow from the arm, the levels of covariates and the time since randomisation, so each event stands alone, until one ends the course.
/// One instance serves one worker.
/// </summary>
internal sealed class UndisturbedCourse
{
    private readonly ImmutableArray<ClinicalEvent> _events;
    private readonly ImmutableArray<ElapsedBit> _elapsed;
    private readonly EventClocks _hazardRatios;

    // Of each arm what was worked out for its last patient: only covariates can make the next one differ.
    private readonly ulong[] _states;
    private readonly Stretch[][][] _stretches;

    private UndisturbedCourse(TrialDesign design, TrialTruth truth)
    {
        _events = truth.Events;
        _elapsed = [.. truth.StateBits.OfType<ElapsedBit>().OrderBy(bit => bit.Days)];
        _hazardRatios = new EventClocks(truth, design.Protocol, new PatientUnderWay());
        _states = new ulong[design.Arms.Length];
        _stretches = new Stretch[design.Arms.Length][][];
    }

    /// <summary>The course of a trial that allows it.</summary>
    public static bool TryCreate(TrialDesign design, TrialTruth truth, [NotNullWhen(true)] out UndisturbedCourse? course)
    {
        course = IsUndisturbed(design, truth) ? new UndisturbedCourse(design, truth) : null;
        return course is not null;
    }

    /// <summary>Fills in the day of each event since randomisation; +∞ for those that never happen.</summary>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="atRandomisation">The state at randomisation, by <see cref="RandomisedStates"/>.</param>
    /// <param name="thresholds">One unit exponential per event.</param>
    /// <param name="eventDays">Receives one day per event, which is also the day on which it is seen.</param>
    public void Derive(int arm, ulong atRandomisation, ReadOnlySpan<double> thresholds, Span<double> eventDays)
    {
        Stretch[][] stretches = StretchesOf(arm, atRandomisation);
        int fatal = -1;
        for (int index = 0; index < eventDays.Length; index++)
        {
            eventDays[index] = DayOf(stretches[index], thresholds[index]);
            if (_events[index].Ending == CourseEnding.Fatal && (fatal < 0 || eventDays[index] < eventDays[fatal]))
            {
                fatal = index;
            }
        }

        for (int index = 0; fatal >= 0 && index < eventDays.Length; index++)
        {
            // Of several events on one day the first of the scenario happens first.
            bool isOutlived = eventDays[index] < eventDays[fatal] || (eventDays[index] == eventDays[fatal] && index <= fatal);
            eventDays[index] = isOutlived ? eventDays[index] : double.PositiveInfinity;
        }
    }

    private static bool IsUndisturbed(TrialDesign design, TrialTruth truth) =>
        design.Protocol.IsEmpty
        && truth.States.IsEmpty
        && truth.Markers.IsEmpty
        && truth.Slopes.IsEmpty
        && truth.Frailties.IsEmpty
        && truth.Effects.All(effect => !effect.IsDrawn)
        && truth.StateBits.All(bit => bit is ArmBit or LevelBit or AtLeastBit or ElapsedBit)
        && truth.Events.All(one => one.Since == ClinicalEvent.Randomisation
            && one.IsSeenAtOnce
            && one.Chances.IsEmpty
            && one.When.IsEmpty
            && one.Causes.IsEmpty
            && !one.IsRecorded);

    private static double DayOf(Stretch[] stretches, double threshold)
    {
        if (stretches[0].PerDay > 0)
        {
            return DayOf(stretches, stretches[0].PerDay, threshold);
        }

        EventClock clock = default;
        clock.Start(threshold, stretches[0].Hazard, slope: 0, stretches[0].HazardRatio);
        for (int next = 1; next < stretches.Length && stretches[next].FromDay <= clock.Day; next++)
        {
            clock.ChangeHazardRatio(stretches[next].FromDay, stretches[next].HazardRatio);
        }

        return clock.Day;
    }

    // A constant hazard, without asking it: the same operations as the clock's, one by one, so that the day is the same to the last bit.
    private static double DayOf(Stretch[] stretches, double perDay, double threshold)
    {
        double left = threshold;
        double reached = 0;
        double hazardRatio = stretches[0].HazardRatio;
        double day = left / hazardRatio / perDay;
        for (int next = 1; next < stretches.Length && stretches[next].FromDay <= day; next++)
        {
            double cumulative = perDay * stretches[next].FromDay;
            left = Math.Max(0, left - (hazardRatio * (cumulative - reached)));
            reached = cumulative;
            hazardRatio = stretches[next].HazardRatio;
            day = left == 0 ? stretches[next].FromDay : Math.Max(stretches[next].FromDay, (reached + (left / hazardRatio)) / perDay);
        }

        return day;
    }

    private Stretch[][] StretchesOf(int arm, ulong state)
    {
        if (_stretches[arm] is null || _states[arm] != state)
        {
            _states[arm] = state;
            _stretches[arm] = WorkOut(state);
        }

        return _stretches[arm];
    }

    private Stretch[][] WorkOut(ulong atRandomisation)
    {
        Stretch[][] stretches = new Stretch[_events.Length][];
        for (int index = 0; index < stretches.Length; index++)
        {
            Hazard hazard = EventClocks.Choose(_events[index].Hazards, atRandomisation);
            List<Stretch> own = [new Stretch(0, hazard, _hazardRatios.HazardRatioOf(index, atRandomisation))];
            ulong state = atRandomisation;
            foreach (ElapsedBit bit in _elapsed)
            {
                state |= bit.Mask;
                if (_hazardRatios.IsMovedBy(index, bit.Mask))
                {
                    own.Add(new Stretch(bit.Days, hazard, _hazardRatios.HazardRatioOf(index, state)));
                }
            }

            double perDay = hazard is ExponentialHazard exponential && own.TrueForAll(stretch => stretch.HazardRatio > 0) ? exponential.PerDay : 0;
            own[0] = own[0] with { PerDay = perDay };
            stretches[index] = [.. own];
        }

        return stretches;
    }

    /// <summary>From a day on a hazard is multiplied by a ratio.</summary>
    private readonly record struct Stretch(double FromDay, Hazard Hazard, double HazardRatio)
    {
        /// <summary>The hazard of every day; 0 where days differ, or where a ratio of 0 asks for the whole clock.</summary>
        public double PerDay { get; init; }
    }
}
