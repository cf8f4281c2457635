using TrialSim.Statistics.DesignFormulas;
using Xunit;

namespace TrialSim.Statistics.Tests.DesignFormulas;

public sealed class EventsFormulaTests
{
    [Theory, Trait("Source", "AgainstR")] // case V3; one-sided 0.025
    [InlineData(0.50, 65.345659, 87.479298, 70.639918, 94.566808, 73.513867, 98.414210)]
    [InlineData(0.60, 120.315700, 161.068590, 125.582080, 168.118770, 135.355170, 181.202170)]
    [InlineData(0.65, 169.180660, 226.484910, 174.437350, 233.522120, 190.328250, 254.795520)]
    [InlineData(0.70, 246.787100, 330.377910, 252.036250, 337.405030, 277.635490, 371.675150)]
    [InlineData(0.75, 379.351730, 507.844340, 384.595110, 514.863730, 426.770700, 571.324880)]
    [InlineData(0.80, 630.520170, 844.087620, 635.759260, 851.101270, 709.335190, 949.598570)]
    public void Events_CaseV3_MatchThePackages(
        double hazardRatio, double schoenfeld80, double schoenfeld90, double freedman80, double freedman90, double twoToOne80, double twoToOne90)
    {
        TestError error80 = new(0.025, 0.8);
        TestError error90 = new(0.025, 0.9);

        Close.Relative(schoenfeld80, EventsFormula.Schoenfeld(hazardRatio, error80, 0.5), 1e-7);
        Close.Relative(schoenfeld90, EventsFormula.Schoenfeld(hazardRatio, error90, 0.5), 1e-7);
        Close.Relative(freedman80, EventsFormula.Freedman(hazardRatio, error80, 0.5), 1e-7);
        Close.Relative(freedman90, EventsFormula.Freedman(hazardRatio, error90, 0.5), 1e-7);
        Close.Relative(twoToOne80, EventsFormula.Schoenfeld(hazardRatio, error80, 2.0 / 3.0), 1e-7);
        Close.Relative(twoToOne90, EventsFormula.Schoenfeld(hazardRatio, error90, 2.0 / 3.0), 1e-7);
    }

    [Theory, Trait("Source", "AgainstR")] // case V3
    [InlineData(100, 0.42991551)]
    [InlineData(200, 0.71297903)]
    [InlineData(300, 0.87053666)]
    [InlineData(331, 0.90053429)]
    public void SchoenfeldPower_CaseV3_MatchesThePackages(double events, double expected) =>
        Close.Relative(expected, EventsFormula.SchoenfeldPower(0.7, events, 0.025, 0.5), 2e-8);

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

    [Fact, Trait("Source", "AgainstR")] // case V30: pnorm((-log(.7) - qnorm(.975) / sqrt(75)) / sqrt(.2^2 + 1 / 75))
    public void Assurance_CaseV30_IsTheClosedForm()
    {
        Close.Relative(0.71378142, Assurance.OfEstimate(-Math.Log(0.7), 0.2, 75.0, 0.025), 1e-8);
        Close.Relative(0.87053666, Assurance.OfEstimate(-Math.Log(0.7), 0.0, 75.0, 0.025), 1e-8);
    }

    [Fact, Trait("Source", "Published")] // case V33: exp(0.5 · 0.5108) = 1.291
    public void Margin_CaseV33_KeepsHalfTheEffect()
    {
        Close.Relative(1.291, NonInferiorityMargin.HazardRatio(0.6, 0.5), 1e-4);
        Close.Relative(Math.Sqrt(1.0 / 0.6), NonInferiorityMargin.HazardRatio(0.6, 0.5), 1e-14);
        Assert.Equal(1.0, NonInferiorityMargin.HazardRatio(0.6, 1.0));
    }
}
