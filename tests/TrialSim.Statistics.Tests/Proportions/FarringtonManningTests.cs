using TrialSim.Statistics.Proportions;
using Xunit;

namespace TrialSim.Statistics.Tests.Proportions;

public sealed class FarringtonManningTests
{
    // The control proportion of greatest likelihood by optimize(…, tol = 1e-13) in R, then (p1 - p0 - d) / sqrt(sum of the variances).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(64, 82, 60, 80, -0.1, 1.04167616156)]
    [InlineData(25, 50, 30, 40, -0.15, 3.8688180115)]
    public void Test_OfAMargin_IsTheScoreTest(int controlResponders, int control, int responders, int experimental, double margin, double z)
    {
        TwoArmCounts counts = new(controlResponders, control, responders, experimental);

        Close.Relative(z, RiskDifference.FarringtonManningTest(counts, margin).Z, 1e-9);
        Close.Relative(z * Math.Sqrt((control + experimental - 1.0) / (control + experimental)), RiskDifference.ScoreTest(counts, margin).Z, 1e-9);
    }

    [Fact, Trait("Source", "Theory")]
    public void Test_WithoutMargin_IsPearsons()
    {
        TwoArmCounts counts = new(12, 40, 21, 38);

        Close.Relative(ProportionTests.Pearson(counts, ContinuityCorrection.None).Z, RiskDifference.FarringtonManningTest(counts, 0.0).Z, 1e-12);
    }

    // Nobody fails in either arm: a difference of −10 % is still far away, and can be tested.
    [Fact, Trait("Source", "ByHand")]
    public void Test_EverybodyResponds_HasAResult()
    {
        TwoArmCounts counts = new(50, 50, 50, 50);

        // The experimental arm at 0.9 and the control at 1 are the likeliest: √(0.9·0.1/50).
        Close.Relative(0.1 / Math.Sqrt(0.09 / 50), RiskDifference.FarringtonManningTest(counts, -0.1).Z, 1e-9);
        Assert.Equal(NotEstimable.NoVariance, RiskDifference.FarringtonManningTest(counts, 0.0).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskDifference.FarringtonManningTest(counts, 1.0));
    }
}
