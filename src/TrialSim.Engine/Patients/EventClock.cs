using System.Diagnostics;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Patients;

/// <summary>How far one event of one patient has come: what is left of its threshold, under which hazard, and the day it will happen if nothing changes.</summary>
internal struct EventClock
{
    private Hazard _hazard;
    private double _perDay; // Of a constant hazard; NaN for any other.
    private double _hazardRatio;
    private double _origin;
    private double _reached;
    private double _left;
    private bool _isStopped;
    private bool _isPaused;

    /// <summary>The day of the event since randomisation, as things stand; +∞ for never.</summary>
    public double Day { get; private set; }

    /// <summary>Log hazard ratio that the patient's numeric covariates give; constant over the course.</summary>
    public double Slope { get; private set; }

    /// <summary>Starts at randomisation with a full threshold.</summary>
    public void Start(double threshold, Hazard hazard, double slope, double hazardRatio)
    {
        _isStopped = false;
        _isPaused = false;
        _left = threshold;
        _origin = 0;
        _reached = 0;
        Slope = slope;
        Take(hazard);
        _hazardRatio = hazardRatio;
        Debug.Assert(threshold > 0);
        Predict(0);
    }

    /// <summary>From <paramref name="day"/> on another hazard, counted from that day; the threshold goes on.</summary>
    public void StartAgain(double day, Hazard hazard)
    {
        if (_isStopped)
        {
            return;
        }

        Spend(day);
        Take(hazard);
        _origin = day;
        _reached = 0;
        Predict(day);
    }

    /// <summary>From <paramref name="day"/> on another hazard ratio.</summary>
    public void ChangeHazardRatio(double day, double hazardRatio)
    {
        if (_isStopped)
        {
            return;
        }

        Spend(day);
        _hazardRatio = hazardRatio;
        Predict(day);
    }

    /// <summary>A risk on <paramref name="day"/> itself uses up some of the threshold; +∞ all of it.</summary>
    public void Add(double day, double jump)
    {
        if (_isStopped || _isPaused)
        {
            return;
        }

        Spend(day);
        _left = Math.Max(0, _left - jump);
        Predict(day);
    }

    /// <summary>The event has happened and lasts: until it is over it does not happen again.</summary>
    public void Pause()
    {
        _isPaused = true;
        Day = double.PositiveInfinity;
    }

    /// <summary>From <paramref name="day"/> on the event may happen again, by another threshold; the hazard goes on where it is by then.</summary>
    public void StartOver(double day, double threshold)
    {
        if (_isStopped)
        {
            return;
        }

        Spend(day);
        _isPaused = false;
        _left = threshold;
        Predict(day);
    }

    /// <summary>The event has happened and does not happen again.</summary>
    public void Stop()
    {
        _isStopped = true;
        Day = double.PositiveInfinity;
    }

    private void Spend(double day)
    {
        double reached = _perDay >= 0 ? _perDay * (day - _origin) : _hazard.Cumulative(day - _origin);
        // Rounding may take the last bit too much from an event that is due on this very day; without a hazard nothing is spent of an infinite one either.
        _left = _hazardRatio == 0 ? _left : Math.Max(0, _left - (_hazardRatio * (reached - _reached)));
        _reached = reached;
    }

    private void Predict(double today)
    {
        // Asked first: what is used up is due, under no hazard too. Never before the change: the inverse may land a last bit early.
        Day = _isPaused ? double.PositiveInfinity
            : _left == 0 ? today
            : _hazardRatio == 0 ? double.PositiveInfinity
            : Math.Max(today, _origin + DayOf(_reached + (_left / _hazardRatio)));
    }

    // Most hazards are constant, and are not asked. No hazard at all is: 0 / 0 would be no day.
    private readonly double DayOf(double cumulative) => _perDay > 0 ? cumulative / _perDay : _hazard.DayOf(cumulative);

    private void Take(Hazard hazard)
    {
        _hazard = hazard;
        _perDay = hazard switch
        {
            ExponentialHazard exponential => exponential.PerDay,
            NoHazard => 0,
            _ => double.NaN,
        };
    }
}
