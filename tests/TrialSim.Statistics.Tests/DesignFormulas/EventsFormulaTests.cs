using TrialSim.Statistics.DesignFormulas;
using Xunit;

namespace TrialSim.Statistics.Tests.DesignFormulas;

public sealed class EventsFormulaTests
{
    [Fact, Trait("Source", "Property")]
    public void SchoenfeldPower_OfSchoenfeldsEvents_IsThePower() =>
        Close.Relative(
            0.85, EventsFormula.SchoenfeldPower(0.66, EventsFormula.Schoenfeld(0.66, new TestError(0.02, 0.85), 0.6), 0.02, 0.6), 1e-12);

    [Fact, Trait("Source", "ByHand")]
    public void Schoenfeld_NoEffect_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EventsFormula.Schoenfeld(1.0, new TestError(0.025, 0.8), 0.5));

    // 1.645 + 0.8416·√0.69 = 2.3440; over 0.31 is 7.561, squared 57.17. On the log scale (2.4865/0.37106)² = 44.9: the 45 deaths that detect HR 0.69.
    [Fact, Trait("Source", "ByHand")]
    public void OneSampleLogRank_HazardRatioOf69_NeedsFortyFiveDeathsOnTheLogScale()
    {
        TestError error = new(0.05, 0.8);

        Close.Relative(57.17, OneSampleLogRankSize.For(0.69, error).ExpectedUnderNull, 1e-3);
        Close.Relative(0.69 * 57.17, OneSampleLogRankSize.For(0.69, error).Events, 1e-3);
        Close.Relative(44.9, OneSampleLogRankSize.OnLogScale(0.69, error).Events, 1e-3);
    }
}
