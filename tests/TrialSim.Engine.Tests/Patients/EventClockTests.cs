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
