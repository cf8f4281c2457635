using System.Collections.Immutable;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>What there is to the occurrences of one patient's events beside their days: numbers, grades, causes, how long they last, and when all that comes to be known.</summary>
internal sealed class OccurrenceCourse
{
    private readonly ImmutableArray<ClinicalEvent> _events;
    private readonly PatientUnderWay _patient;
    private readonly GradeBits _truth;
    private readonly GradeBits _known;
    private readonly bool[] _isRecorded;
    private readonly NeighbourUniforms[] _uniforms;
    private readonly int[] _lasting;
    private readonly int[] _numbers;
    private readonly int[] _grades;
    private readonly double[] _resolutionDays;
    private Occurrence[] _toBeSeen = new Occurrence[16];
    private int _toBeSeenCount;

    public OccurrenceCourse(TrialTruth truth, TrialProtocol protocol, PatientUnderWay patient)
    {
        _events = truth.Events;
        _patient = patient;
        int count = _events.Length;
        _isRecorded = [.. _events.Select(one => one.IsRecorded)];
        _uniforms = [.. _events.Select(one => new NeighbourUniforms(one.OccurrencePurpose, protocol))];
        _truth = new GradeBits(truth.StateBits, count);
        _known = new GradeBits(protocol.KnownBits, count);
        _lasting = [.. Enumerable.Range(0, count).Where(index => _events[index].Lasts is not null)];
        _numbers = new int[count];
        _grades = new int[count];
        _resolutionDays = new double[count];
    }

    /// <summary>The day on which something is over next; +∞ for nothing.</summary>
    public double NextResolutionDay { get; private set; } = double.PositiveInfinity;

    /// <summary>Nothing has happened yet.</summary>
    public void Start()
    {
        Array.Clear(_numbers);
        Array.Fill(_resolutionDays, double.PositiveInfinity);
        _toBeSeenCount = 0;
        NextResolutionDay = double.PositiveInfinity;
    }

    /// <summary>An event occurs.</summary>
    /// <returns>Which occurrence it is, from 1.</returns>
    public int Begin(int index, double day)
    {
        int number = ++_numbers[index];
        if (!_isRecorded[index])
        {
            return number;
        }

        ClinicalEvent clinicalEvent = _events[index];
        (double gradeUniform, double lastsUniform) = _uniforms[index].Of(_patient.Key, 2 * number);
        int grade = clinicalEvent.Grades.IsEmpty ? 0 : clinicalEvent.Grades[CategorySampler.IndexAt(clinicalEvent.GradeProbabilities, gradeUniform)];
        double resolutionDay = double.PositiveInfinity;
        if (clinicalEvent.Lasts is TimeWindow lasts)
        {
            resolutionDay = day + WindowSampler.DaysIn(lasts, WindowBehaviour.Uniform, lastsUniform);
            _resolutionDays[index] = resolutionDay;
            NextResolutionDay = Math.Min(NextResolutionDay, resolutionDay);
        }

        _grades[index] = grade;
        _patient.State = _truth.With(_patient.State, index, grade);
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.EventOccurred, index, number, grade));
        if (!clinicalEvent.IsSeenAtOnce)
        {
            AddToBeSeen(new Occurrence { Event = index, Number = number, Grade = grade, ResolutionDay = resolutionDay });
        }

        return number;
    }

    /// <summary>What is over next is over.</summary>
    /// <returns>Index of its event, of several on the same day the first of the scenario, and which occurrence it was.</returns>
    public (int Event, int Number) Resolve()
    {
        double day = NextResolutionDay;
        int resolved = -1;
        NextResolutionDay = double.PositiveInfinity;
        foreach (int index in _lasting)
        {
            if (resolved < 0 && _resolutionDays[index] == day)
            {
                resolved = index;
                _resolutionDays[index] = double.PositiveInfinity;
            }

            NextResolutionDay = Math.Min(NextResolutionDay, _resolutionDays[index]);
        }

        _patient.State = _truth.With(_patient.State, resolved, grade: 0);
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.EventResolved, resolved, _numbers[resolved]));
        if (_events[resolved].IsSeenAtOnce && day <= _patient.SeenUntil)
        {
            KnowOver(resolved, _numbers[resolved], day);
        }

        return (resolved, _numbers[resolved]);
    }

    /// <summary>An event that is known on its day has occurred.</summary>
    public void KnowAtOnce(int index, double day)
    {
        Know(index, _numbers[index], _grades[index], day);
        KnowCause(index, _numbers[index], day);
    }

    /// <summary>A visit sees what has occurred of an event, and what of it is over.</summary>
    /// <param name="index">Index of the event.</param>
    /// <param name="day">Day of the visit.</param>
    /// <param name="anchors">Takes that further occurrences have come to be known; of the first it knows.</param>
    public void See(int index, double day, AnchorQueue anchors)
    {
        int kept = 0;
        for (int place = 0; place < _toBeSeenCount; place++)
        {
            Occurrence occurrence = _toBeSeen[place];
            if (occurrence.Event != index)
            {
                _toBeSeen[kept++] = occurrence;
                continue;
            }

            if (!occurrence.IsSeen)
            {
                occurrence.IsSeen = true;
                Know(index, occurrence.Number, occurrence.Grade, day);
                if (occurrence.Number > 1)
                {
                    KnowCause(index, occurrence.Number, day);
                    anchors.AddSeen(index, occurrence.Number);
                }
            }

            if (occurrence.ResolutionDay <= day)
            {
                KnowOver(index, occurrence.Number, day);
            }
            else if (occurrence.ResolutionDay < double.PositiveInfinity)
            {
                _toBeSeen[kept++] = occurrence;
            }
        }

        _toBeSeenCount = kept;
    }

    /// <summary>The cause of an occurrence comes to be known.</summary>
    public void KnowCause(int index, int number, double day)
    {
        ClinicalEvent clinicalEvent = _events[index];
        if (!clinicalEvent.Causes.IsEmpty)
        {
            double uniform = _uniforms[index].Of(_patient.Key, (2 * number) + 1).First;
            _patient.Log.Add(new CourseEntry(day, CourseEntryKind.Cause, index, CategorySampler.IndexAt(clinicalEvent.CauseProbabilities, uniform)));
        }
    }

    private void Know(int index, int number, int grade, double day)
    {
        if (_isRecorded[index])
        {
            _patient.Known = _known.With(_patient.Known, index, grade);
            _patient.Log.Add(new CourseEntry(day, CourseEntryKind.EventSeen, index, number, grade));
        }
    }

    private void KnowOver(int index, int number, double day)
    {
        _patient.Known = _known.With(_patient.Known, index, grade: 0);
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.EventResolutionSeen, index, number));
    }

    private void AddToBeSeen(in Occurrence occurrence)
    {
        if (_toBeSeenCount == _toBeSeen.Length)
        {
            Array.Resize(ref _toBeSeen, 2 * _toBeSeenCount);
        }

        _toBeSeen[_toBeSeenCount++] = occurrence;
    }
}
