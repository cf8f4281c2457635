using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;
using Xunit;

namespace TrialSim.Statistics.Tests.DesignFormulas;

public sealed class ExpectedEventsTests
{
    private static readonly AccrualRates Steps = new([0.0, 2.0, 5.0], [10.0, 0.0, 30.0], 9.0);
    private static readonly PlannedArm Control = new(new([0.0, 3.0, 8.0], [0.1, 0.0, 0.25]), new([0.0, 4.0], [0.02, 0.0]), 0.4);
    private static readonly PlannedArm Experimental = new(new([0.0, 3.0, 8.0], [0.07, 0.0, 0.175]), new([0.0, 4.0], [0.02, 0.0]), 0.2);

    // ∫ accrual rate(a) ∫ hazard(s)·still observed(s) ds da by midpoints, 0.005 apart.
    [Theory, Trait("Source", "Independent")]
    [InlineData(1.0)]
    [InlineData(6.5)]
    [InlineData(20.0)]
    public void By_StepsInAccrualHazardsAndLoss_IsTheDoubleIntegral(double day)
    {
        const double step = 0.005;
        double sum = 0.0;
        for (double s = step / 2.0; s < day; s += step)
        {
            double observed = Math.Exp(-Control.Event.Cumulative(s) - Control.Dropout.Cumulative(s));
            sum += step * Control.Event.At(s) * observed * Steps.By(day - s);
        }

        Close.Relative(0.4 * sum, new ExpectedEvents(Steps, [Control]).By(day), 1e-4);
    }

    [Fact, Trait("Source", "Property")]
    public void DayOf_EventsBy_IsTheInverse()
    {
        ExpectedEvents events = new(Steps, [Control, Experimental]);

        Close.Relative(11.0, events.By(events.DayOf(11.0)), 1e-12);
        Assert.Equal(double.PositiveInfinity, events.DayOf(1000.0));
        Close.Relative(events.ProbabilityBy(400.0) * Steps.Patients, events.By(400.0), 1e-9); // All who ever will have had theirs.
    }

    [Fact, Trait("Source", "Theory")]
    public void CoxAt_ProportionalHazards_TendsToTheRatio()
    {
        CoxForecast forecast = new PlannedTrial(Steps, Control, Experimental).CoxAt(15.0);

        Close.Relative(0.7, forecast.HazardRatio, 1e-12);
        Assert.True(forecast.Z > 0.0);
    }

    [Fact, Trait("Source", "Theory")]
    public void Cox_StrataOfOneRatioAndDifferentHazards_TendsToTheRatio()
    {
        PlannedTrial high = new(Steps, Control, Experimental);
        PlannedTrial low = new(Steps, Control with { Event = new([0.0], [0.01]) }, Experimental with { Event = new([0.0], [0.007]) });

        Close.Relative(0.7, CoxForecast.Of([.. high.MomentsAt(15.0), .. low.MomentsAt(15.0)]).HazardRatio, 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Cox_OneArmWithoutHazard_HasNoForecast() => Assert.Equal(
        NotEstimable.Diverges, new PlannedTrial(Steps, Control, Experimental with { Event = new([0.0], [0.0]) }).CoxAt(15.0).Reason);

    [Fact, Trait("Source", "Independent")]
    public void PiecewiseHazard_HundredsOfPieces_IsTheSumOverThem()
    {
        double[] starts = [.. Enumerable.Range(0, 300).Select(piece => 0.5 * piece)];
        double[] perDay = [.. starts.Select(start => 0.01 + (0.005 * Math.Sin(start)))];
        PiecewiseExponentialHazard hazard = new(starts, perDay);

        foreach (double day in new[] { 0.0, 0.25, 8.0, 77.3, 149.5, 500.0 })
        {
            double sum = starts.Select((start, piece) => perDay[piece] * Math.Clamp(day - start, 0.0, piece == 299 ? double.MaxValue : 0.5)).Sum();
            Close.Relative(sum, hazard.Cumulative(day), 1e-12);
            Close.Relative(day, hazard.DayOf(hazard.Cumulative(day)), 1e-11, absolute: 1e-12);
        }
    }
}
