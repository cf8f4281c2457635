using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.Probability;

public sealed class NormalTests
{
    // R 4.2.2: pnorm(z, lower = FALSE).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(-8.0, 0.99999999999999933)]
    [InlineData(-1.5, 0.93319279873114191)]
    [InlineData(0.3, 0.38208857781104733)]
    [InlineData(6.0, 9.8658764503769809e-10)]
    [InlineData(10.0, 7.6198530241605269e-24)]
    [InlineData(20.0, 2.7536241186062337e-89)]
    [InlineData(30.0, 4.9067139271481872e-198)]
    [InlineData(37.0, 5.7255712225245771e-300)]
    public void UpperTail_FromCentreToFarTail_MatchesPnorm(double z, double expected)
    {
        Close.Relative(expected, Normal.UpperTail(z), 1e-12);
        Close.Relative(expected, Normal.Cdf(-z), 1e-12);
        Close.Relative(2.0 * Math.Min(expected, 1.0 - expected), Normal.TwoSidedTail(z), 1e-12, 1e-16);
    }

    // R 4.2.2: pnorm(z, lower = FALSE, log.p = TRUE). 25 is where the asymptotic series takes over.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(-9.0, -1.1285884059538408e-19)]
    [InlineData(-3.0, -0.0013508099647481938)]
    [InlineData(1e-5, -0.69315515943738437)]
    [InlineData(5.0, -15.064998393988725)]
    [InlineData(24.9, -314.14041276161316)]
    [InlineData(25.0, -316.63940800802027)]
    [InlineData(25.1, -319.14838740588863)]
    [InlineData(40.0, -804.6084420137538)]
    [InlineData(200.0, -20006.217280898189)]
    public void LogUpperTail_BeyondUnderflow_MatchesPnormAndInverts(double z, double expected)
    {
        Close.Relative(expected, Normal.LogUpperTail(z), 1e-13);
        Close.Relative(expected, Normal.LogUpperTail(Normal.QuantileOfLogUpperTail(expected)), 1e-12);
    }

    // R 4.2.2: qnorm(p).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(1e-300, -37.047096299361201)]
    [InlineData(1e-20, -9.2623400897984052)]
    [InlineData(1e-5, -4.2648907939228256)]
    [InlineData(0.025, -1.9599639845400538)]
    [InlineData(0.3, -0.52440051270804067)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.7, 0.52440051270804067)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.9999999999, 6.3613408896974208)]
    public void Quantile_BothTails_MatchesQnorm(double probability, double expected) =>
        Close.Relative(expected, Normal.Quantile(probability), 1e-14, 1e-15);

    [Fact, Trait("Source", "Theory")]
    public void Quantile_AtTheEnds_IsInfinite()
    {
        Assert.Equal(double.NegativeInfinity, Normal.Quantile(0.0));
        Assert.Equal(double.PositiveInfinity, Normal.Quantile(1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(1.5));
    }
}
