using System.Collections.Immutable;
using System.Diagnostics;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Patients;

/// <summary>The clocks of all events of one patient, and what moves them: hazard ratios that depend on the true state, risks at occasions, conditions that bring an event about.</summary>
internal sealed class EventClocks
{
    // Beyond it the hazard ratio of a far-out covariate would be infinite or 0, and days would not be numbers.
    private const double LargestLogHazardRatio = 700;
    private const int Unknown = -1;

    private readonly ImmutableArray<ClinicalEvent> _events;
    private readonly Effect[][] _effects;
    private readonly double[][] _logHazardRatios;
    private readonly bool _isDrawn;
    private readonly CovariateSlope[][] _slopes;
    private readonly ulong[] _touchingHazard;
    private readonly ulong[] _touchingWhen;
    private readonly ImmutableArray<Frailty> _frailties;
    private readonly PatientUnderWay _patient;
    private readonly NeighbourUniforms[] _uniforms;
    private readonly EventClock[] _clocks;
    private readonly DueDays _days;
    private readonly ulong _touching;
    private readonly double[] _logFrailties;
    private readonly bool[] _held;

    // Index of the earliest clock until one of them is moved.
    private int _earliest = Unknown;

    // Whose draws the log hazard ratios hold.
    private (ulong Seed, uint Replicate) _drawnFor;

    public EventClocks(TrialTruth truth, TrialProtocol protocol, PatientUnderWay patient)
    {
        _patient = patient;
        _frailties = truth.Frailties;
        _events = truth.Events;
        int count = _events.Length;
        _effects = new Effect[count][];
        _logHazardRatios = new double[count][];
        _isDrawn = truth.Effects.Any(effect => effect.IsDrawn);
        _slopes = new CovariateSlope[count][];
        _touchingHazard = new ulong[count];
        _touchingWhen = new ulong[count];
        _uniforms = [.. _events.Select(one => new NeighbourUniforms(one.Purpose, protocol))];
        _clocks = new EventClock[count];
        _days = new DueDays(count);
        _held = new bool[count];
        _logFrailties = new double[count];
        for (int index = 0; index < count; index++)
        {
            int own = index;
            _effects[index] = [.. truth.Effects.Where(effect => effect.Event == own)];
            _logHazardRatios[index] = [.. _effects[index].Select(effect => effect.LogHazardRatio)];
            _slopes[index] = [.. truth.Slopes.Where(slope => slope.Event == own)];
            _touchingHazard[index] = BitsOf([.. _effects[index].SelectMany(effect => effect.While), .. _events[index].OnlyWhile]);
            _touchingWhen[index] = BitsOf(_events[index].When);
            _touching |= _touchingHazard[index] | _touchingWhen[index];
        }
    }

    /// <summary>Starts all clocks at randomisation.</summary>
    /// <param name="state">The true state.</param>
    /// <param name="covariates">One value per covariate.</param>
    /// <param name="thresholds">One unit exponential per event.</param>
    public void Start(ulong state, ReadOnlySpan<double> covariates, ReadOnlySpan<double> thresholds)
    {
        _earliest = Unknown;
        DrawEffects();
        DrawFrailties();
        for (int index = 0; index < _events.Length; index++)
        {
            ClinicalEvent clinicalEvent = _events[index];
            ImmutableArray<HazardChoice> choices = clinicalEvent.Since == ClinicalEvent.Randomisation ? clinicalEvent.Hazards : clinicalEvent.HazardsBefore;
            double slope = _logFrailties[index];
            foreach (CovariateSlope term in _slopes[index])
            {
                slope += term.LogHazardRatioPerUnit * (covariates[term.Covariate] - term.Reference);
            }

            _clocks[index].Start(thresholds[index], Choose(choices, state), slope, HazardRatio(index, slope, state));
            NoteDay(index);
            _held[index] = false;
        }
    }

    /// <summary>What holds at randomisation brings its event about on that day.</summary>
    public void BringAboutWhatHolds(ulong state)
    {
        for (int index = 0; index < _clocks.Length; index++)
        {
            if (!_events[index].When.IsEmpty)
            {
                BringAbout(index, state, day: 0);
            }
        }
    }

    /// <summary>Index of the event that is next, as things stand; of several on the same day the first of the scenario.</summary>
    public int Earliest()
    {
        if (_earliest == Unknown)
        {
            _earliest = _days.Earliest();
        }

        return _earliest;
    }

    /// <summary>The day of an event, as things stand; +∞ for never.</summary>
    public double DayOf(int index) => _days[index];

    /// <summary>An event has happened: its own clock ends, waits until it is over or begins again, and those that it starts begin, at its first occurrence.</summary>
    /// <param name="index">Index of the event.</param>
    /// <param name="number">Which occurrence it is, from 1.</param>
    /// <param name="baseline">The state at randomisation, by which hazards are chosen.</param>
    /// <param name="day">Its day.</param>
    public void Happen(int index, int number, ulong baseline, double day)
    {
        if (!HappensAgain(index, day))
        {
            _clocks[index].Stop();
        }
        else if (_events[index].Lasts is null)
        {
            _clocks[index].StartOver(day, ThresholdAfter(index, number));
        }
        else
        {
            _clocks[index].Pause();
        }

        NoteDay(index);
        for (int other = 0; other < _events.Length && number == 1; other++)
        {
            if (_events[other].Since == index)
            {
                _clocks[other].StartAgain(day, Choose(_events[other].Hazards, baseline));
                NoteDay(other);
            }
        }
    }

    /// <summary>An event is over: if it can happen again, its clock runs from now on.</summary>
    public void Resolve(int index, int number, double day)
    {
        if (HappensAgain(index, day))
        {
            _clocks[index].StartOver(day, ThresholdAfter(index, number));
        }
        else
        {
            _clocks[index].Stop();
        }

        NoteDay(index);
    }

    /// <summary>A risk at an occasion uses up some of an event's threshold.</summary>
    public void Add(int index, double jump, double day)
    {
        _clocks[index].Add(day, jump);
        NoteDay(index);
    }

    /// <summary>The true state has changed: hazards with it, and what has come to hold brings its event about.</summary>
    public void Follow(ulong before, ulong state, double day)
    {
        ulong changed = (before ^ state) & _touching;
        if (changed == 0)
        {
            return;
        }

        for (int index = 0; index < _clocks.Length; index++)
        {
            if ((_touchingHazard[index] & changed) != 0)
            {
                _clocks[index].ChangeHazardRatio(day, HazardRatio(index, _clocks[index].Slope, state));
                NoteDay(index);
            }

            if ((_touchingWhen[index] & changed) != 0)
            {
                BringAbout(index, state, day);
            }
        }
    }

    /// <summary>The hazard ratio of an event in a state, of a patient without slopes and frailties.</summary>
    internal double HazardRatioOf(int index, ulong state) => HazardRatio(index, slope: 0, state);

    /// <summary>Whether any of these facts moves an event's hazard.</summary>
    internal bool IsMovedBy(int index, ulong bits) => (_touchingHazard[index] & bits) != 0;

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

    private static ulong BitsOf(ImmutableArray<StateMask> terms)
    {
        ulong bits = 0;
        foreach (StateMask term in terms)
        {
            bits |= term.Mask;
        }

        return bits;
    }

    private void NoteDay(int index)
    {
        _days[index] = _clocks[index].Day;
        _earliest = Unknown;
    }

    // Nobody sees what happens later, and who never dies would have it again for ever.
    private bool HappensAgain(int index, double day) => _events[index].Recurrence == Recurrence.Recurs && day <= _patient.SeenUntil;

    private double ThresholdAfter(int index, int number) => -NaturalLogarithm.Of(_uniforms[index].Of(_patient.Key, number).First);

    // Of a replicate all patients have the same, so that it is drawn with the first of them.
    private void DrawEffects()
    {
        (ulong Seed, uint Replicate) replicate = (_patient.Key.Seed, _patient.Key.Replicate);
        if (!_isDrawn || replicate == _drawnFor)
        {
            return;
        }

        for (int index = 0; index < _effects.Length; index++)
        {
            for (int place = 0; place < _effects[index].Length; place++)
            {
                _logHazardRatios[index][place] = DrawnTruth.LogHazardRatioOf(_effects[index][place], replicate.Seed, replicate.Replicate);
            }
        }

        _drawnFor = replicate;
    }

    private void DrawFrailties()
    {
        if (_frailties.IsEmpty)
        {
            return;
        }

        Array.Clear(_logFrailties);
        foreach (Frailty frailty in _frailties)
        {
            // A survival distribution over factors instead of days: its inverse at a unit exponential is a draw from it.
            double log = Math.Log(frailty.Distribution.DayOf(_patient.Key.Draws(frailty.Purpose, 0).NextExponential()));
            foreach (int index in frailty.Events)
            {
                _logFrailties[index] += log;
            }
        }
    }

    // Once each time that the condition comes to hold, not as long as it does.
    private void BringAbout(int index, ulong state, double day)
    {
        bool holds = StateMask.AnyHolds(_events[index].When, state);
        if (holds && !_held[index])
        {
            Add(index, double.PositiveInfinity, day);
        }

        _held[index] = holds;
    }

    private double HazardRatio(int index, double slope, ulong state)
    {
        if (!StateMask.AnyHolds(_events[index].OnlyWhile, state))
        {
            return 0;
        }

        double logHazardRatio = slope;
        Effect[] effects = _effects[index];
        for (int place = 0; place < effects.Length; place++)
        {
            if (effects[place].Holds(state))
            {
                logHazardRatio += _logHazardRatios[index][place];
            }
        }

        // Most events have no effect most of the time, and exp(0) is 1.
        return logHazardRatio == 0 ? 1 : Math.Exp(Math.Clamp(logHazardRatio, -LargestLogHazardRatio, LargestLogHazardRatio));
    }
}
