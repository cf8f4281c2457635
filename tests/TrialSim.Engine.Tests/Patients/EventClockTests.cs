using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Patients;

public sealed class EventClockTests
{
    // Constant hazards are not asked for their days: those must be what they would have said, to the last bit.
    [Fact, Trait("Source", "Independent")]
    public void Day_AfterChanges_IsWhatTheHazardsThemselvesSay()
    {
        Hazard[] hazards = [new ExponentialHazard(0.013), new NoHazard(), new WeibullHazard(1.3, 70), new ExponentialHazard(0.2)];
        Draws draws = new(1, 1, 0, Purpose.Allocation);
        for (int trial = 0; trial < 5_000; trial++)
        {
            double threshold = draws.NextExponential();
            EventClock clock = default;
            Hazard hazard = hazards[draws.NextIndex(hazards.Length)];
            clock.Start(threshold, hazard, slope: 0, hazardRatio: 1);
            PlainClock plain = new(threshold, hazard);
            Assert.Equal(plain.Day, clock.Day);
            double day = 0;
            for (int change = 0; change < 4; change++)
            {
                day = Math.Min(day + (30 * draws.NextUniform()), clock.Day);
                if (draws.NextIndex(3) == 0)
                {
                    hazard = hazards[draws.NextIndex(hazards.Length)];
                    clock.StartAgain(day, hazard);
                    plain.Change(day, hazard);
                }
                else
                {
                    double hazardRatio = draws.NextIndex(4) == 0 ? 0 : 3 * draws.NextUniform();
                    clock.ChangeHazardRatio(day, hazardRatio);
                    plain.Change(day, hazardRatio);
                }

                Assert.Equal(plain.Day, clock.Day);
            }
        }
    }

    // Half of a threshold of 1 is spent after 5 days at 0.1 a day, then 0.2 of it at once: 0.3 are left, for 3 days.
    [Fact, Trait("Source", "ByHand")]
    public void Add_OnADay_BringsTheEventNearer()
    {
        EventClock clock = Started();
        clock.Add(5, 0.2);
        Assert.Equal(8.0, clock.Day, 12);
        clock.Add(6, double.PositiveInfinity);
        Assert.Equal(6.0, clock.Day);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Stop_WhateverComesThen_NeverHappensAgain()
    {
        EventClock clock = Started();
        clock.Stop();
        clock.Add(5, double.PositiveInfinity);
        Assert.Equal(double.PositiveInfinity, clock.Day);
        clock.ChangeHazardRatio(5, 2);
        Assert.Equal(double.PositiveInfinity, clock.Day);
        clock.StartAgain(5, new ExponentialHazard(1));
        Assert.Equal(double.PositiveInfinity, clock.Day);
        clock.StartOver(5, 1);
        Assert.Equal(double.PositiveInfinity, clock.Day);
    }

    // While it lasts nothing brings the next one nearer; the threshold is the new one's from the day on which it is over.
    [Fact, Trait("Source", "ByHand")]
    public void Pause_UntilItStartsOver_DoesNotHappen()
    {
        EventClock clock = Started();
        clock.Pause();
        clock.Add(11, 0.5);
        Assert.Equal(double.PositiveInfinity, clock.Day);
        clock.ChangeHazardRatio(12, 2);
        Assert.Equal(double.PositiveInfinity, clock.Day);
        clock.StartOver(15, 1);
        Assert.Equal(20.0, clock.Day, 12);
    }

    private static EventClock Started()
    {
        EventClock clock = default;
        clock.Start(1, new ExponentialHazard(0.1), slope: 0, hazardRatio: 1);
        return clock;
    }

    private sealed class PlainClock(double threshold, Hazard hazard)
    {
        private Hazard _hazard = hazard;
        private double _hazardRatio = 1;
        private double _left = threshold;
        private double _origin;
        private double _reached;
        private double _today;

        public double Day =>
            _left == 0 ? _today
            : _hazardRatio == 0 ? double.PositiveInfinity
            : Math.Max(_today, _origin + _hazard.DayOf(_reached + (_left / _hazardRatio)));

        public void Change(double day, Hazard hazard)
        {
            Spend(day);
            (_hazard, _origin, _reached) = (hazard, day, 0);
        }

        public void Change(double day, double hazardRatio)
        {
            Spend(day);
            _hazardRatio = hazardRatio;
        }

        private void Spend(double day)
        {
            double reached = _hazard.Cumulative(day - _origin);
            _left = Math.Max(0, _left - (_hazardRatio * (reached - _reached)));
            (_reached, _today) = (reached, day);
        }
    }
}
