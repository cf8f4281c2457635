using TrialSim.Statistics.DesignFormulas;
using Xunit;

namespace TrialSim.Statistics.Tests.DesignFormulas;

public sealed class SizeFormulaTests
{
    private static readonly TestError Usual = new(0.025, 0.8);

    [Theory, Trait("Source", "AgainstR")] // case V11
    [InlineData(0.05, 0.20, 4, 27, 0.043736, 0.817717)]
    [InlineData(0.10, 0.30, 6, 25, 0.033400, 0.806512)]
    [InlineData(0.20, 0.40, 12, 35, 0.034357, 0.804825)]
    [InlineData(0.30, 0.50, 17, 39, 0.049984, 0.831608)]
    public void ExactBinomial_CaseV11_IsTheSmallest(
        double nullProportion, double alternative, int successes, int patients, double error, double power)
    {
        ExactBinomialSize size = ExactBinomialSize.Smallest(nullProportion, alternative, new TestError(0.05, 0.8), 200);

        Assert.Equal(patients, size.Patients);
        Assert.Equal(successes, size.Successes);
        Close.Relative(error, size.Error, 0.0, absolute: 5.1e-7);
        Close.Relative(power, size.Power, 0.0, absolute: 5.1e-7);
    }

    [Fact, Trait("Source", "ByHand")] // 0.9² = 0.81 > 0.05: two successes of two do not reject
    public void ExactBinomial_TooFewPatients_NeverRejects()
    {
        ExactBinomialSize size = ExactBinomialSize.With(2, 0.9, 0.95, 0.05);

        Assert.Equal(3, size.Successes);
        Assert.Equal(0.0, size.Error);
        Assert.Equal(0.0, size.Power);
    }

    [Fact, Trait("Source", "AgainstR")] // case V12; rpact = gsDesign
    public void TwoProportions_CaseV12_MatchThePackages()
    {
        Close.Relative(162.448481, TwoProportionsSize.Pooled(0.2, 0.4, Usual, 1.0).Total, 1e-8);
        Close.Relative(234.861479, TwoProportionsSize.Pooled(0.25, 0.45, new TestError(0.025, 0.9), 1.0).Total, 1e-8);
    }

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

    // Case V12, Farrington and Manning's Table 1 through gsDesign's test-base.R: p1 = .4, p2 = .05, delta0 = .2; and p1 = .25, p2 = .05, delta0 = .1, ratio 1.5. The second
    // is for power 0.9: at 0.8 the same call gives 123.25 + 184.88.
    [Fact, Trait("Source", "Published")]
    public void FarringtonManning_CaseV12_MatchesTableOne()
    {
        Close.Relative(159.6876, TwoProportionsSize.FarringtonManning(0.4, 0.05, -0.2, new TestError(0.05, 0.8), 1.0).Total, 1e-6);
        TwoArmSize unequal = TwoProportionsSize.FarringtonManning(0.25, 0.05, -0.1, new TestError(0.05, 0.9), 1.5);
        Close.Relative(173.2214, unequal.Control, 1e-6);
        Close.Relative(259.8322, unequal.Experimental, 1e-6);
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData(0.3, 0.5, 1.0)]
    [InlineData(0.05, 0.02, 2.0)]
    public void FarringtonManning_MarginZero_IsThePooledTest(double control, double experimental, double ratio) =>
        Close.Relative(
            TwoProportionsSize.Pooled(control, experimental, Usual, ratio).Control,
            TwoProportionsSize.FarringtonManning(control, experimental, 0.0, Usual, ratio).Control,
            1e-9);

    // Case V12: delta .5, SD 1, power .8, total. rpact's 127.531568 has power 0.80000013; 2 * power.t.test(delta = .5, power = .8, tol = 1e-13)$n is 127.53152744969.
    [Fact, Trait("Source", "AgainstR")]
    public void Means_CaseV12_MatchThePackages()
    {
        Close.Relative(127.531568, MeansSize.TTest(0.5, 1.0, Usual, 1.0).Total, 1e-6);
        Close.Relative(127.53152744969, MeansSize.TTest(0.5, 1.0, Usual, 1.0).Total, 1e-11);
        Close.Relative(125.582076, MeansSize.ZTest(0.5, 1.0, Usual, 1.0).Total, 1e-8);
    }

    // R 4.2.2: N <- n0 + n1; 1 - pt(qt(1 - a, N - 2), N - 2, ncp = d * sqrt(n0 * n1 / N))
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(3, 3, 2.0, 0.025, 0.4626081286482)]
    [InlineData(2, 2, 1.0, 0.05, 0.1735504717222)]
    [InlineData(10, 25, 1.0, 0.025, 0.7370234696398)]
    [InlineData(200, 100, 0.3, 0.025, 0.6849639135885)]
    [InlineData(5, 5, 3.0, 0.001, 0.6072564830655)]
    public void TTestPower_SmallAndLarge_MatchesNoncentralT(double control, double experimental, double difference, double alpha, double expected) =>
        Close.Relative(expected, MeansSize.TTestPower(control, experimental, difference, 1.0, alpha), 1e-8);

    // Case V32: rates .28 and .40, dispersion .5, one year, 874 patients.
    [Fact, Trait("Source", "AgainstR")]
    public void NegativeBinomial_CaseV32_MatchesRpact()
    {
        Close.Relative(0.8006, NegativeBinomialSize.Power(new TwoArmSize(437.0, 437.0), 0.40, 0.28, 0.5, 1.0, 0.025), 0.0, absolute: 5.1e-5);
        TwoArmSize size = NegativeBinomialSize.For(0.40, 0.28, 0.5, 1.0, Usual, 1.0);
        Assert.Equal(437.0, size.RoundedUp.Control);
        Close.Relative(0.8, NegativeBinomialSize.Power(size, 0.40, 0.28, 0.5, 1.0, 0.025), 1e-12);
    }
}
