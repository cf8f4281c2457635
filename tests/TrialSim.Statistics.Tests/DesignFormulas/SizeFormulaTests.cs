using TrialSim.Statistics.DesignFormulas;
using Xunit;

namespace TrialSim.Statistics.Tests.DesignFormulas;

public sealed class SizeFormulaTests
{
    private static readonly TestError Usual = new(0.025, 0.8);

    // Study 002: [1.96·√(2·.725·.275) + 0.84·√(.24 + .1275)]²/.25² = 48.83, so 49 a group; with exact quantiles 48.88, continuity-corrected 56.6, unpooled 46.2.
    [Fact, Trait("Source", "Published")]
    public void TwoProportions_Study002_NeedFortyNineAGroup()
    {
        TwoArmSize printed = TwoProportionsSize.Pooled(0.6, 0.85, 1.96, 0.84, 1.0);

        Close.Relative(48.83, printed.Control, 0.0, absolute: 5.1e-3);
        Assert.Equal(49.0, printed.RoundedUp.Control);
        Assert.Equal(98.0, printed.RoundedUp.Total);
        Close.Relative(48.88009, TwoProportionsSize.Pooled(0.6, 0.85, Usual, 1.0).Control, 1e-7);
        Close.Relative(56.6, TwoProportionsSize.ContinuityCorrected(0.6, 0.85, Usual, 1.0).Control, 0.0, absolute: 0.051);
        Close.Relative(46.2, TwoProportionsSize.Unpooled(0.6, 0.85, Usual, 1.0).Control, 0.0, absolute: 0.051);
    }

    [Fact, Trait("Source", "ByHand")]
    public void RoundedUp_HairAboveAWholeNumber_IsThatNumber()
    {
        Assert.Equal(new TwoArmSize(49.0, 98.0), new TwoArmSize(49.0 + 1e-11, 98.0 + 1e-11).RoundedUp);
        Assert.Equal(new TwoArmSize(50.0, 99.0), new TwoArmSize(49.0 + 1e-7, 98.0 + 1e-7).RoundedUp);
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData(0.3, 0.5, 1.0)]
    [InlineData(0.05, 0.02, 2.0)]
    public void FarringtonManning_MarginZero_IsThePooledTest(double control, double experimental, double ratio) =>
        Close.Relative(
            TwoProportionsSize.Pooled(control, experimental, Usual, ratio).Control,
            TwoProportionsSize.FarringtonManning(control, experimental, 0.0, Usual, ratio).Control,
            1e-9);

    // R 4.2.2: N <- n0 + n1; 1 - pt(qt(1 - a, N - 2), N - 2, ncp = d * sqrt(n0 * n1 / N))
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(3, 3, 2.0, 0.025, 0.4626081286482)]
    [InlineData(2, 2, 1.0, 0.05, 0.1735504717222)]
    [InlineData(10, 25, 1.0, 0.025, 0.7370234696398)]
    [InlineData(200, 100, 0.3, 0.025, 0.6849639135885)]
    [InlineData(5, 5, 3.0, 0.001, 0.6072564830655)]
    public void TTestPower_SmallAndLarge_MatchesNoncentralT(double control, double experimental, double difference, double alpha, double expected) =>
        Close.Relative(expected, MeansSize.TTestPower(control, experimental, difference, 1.0, alpha), 1e-8);
}
