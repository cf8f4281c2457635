using TrialSim.Statistics.Bayesian;
using Xunit;

namespace TrialSim.Statistics.Tests.Bayesian;

public sealed class GammaDistributionTests
{
    // 31 events in 14,000 days, prior worth 2 in 600: pgamma(log(2) / 300, 33, rate = 14600)
    [Fact, Trait("Source", "AgainstR")]
    public void ProbabilityMedianAbove_ThirtyOneEvents_IsThatOfR() =>
        Close.Relative(0.573250344318, new GammaDistribution(2, 600).After(31, 14_000).ProbabilityMedianAbove(300), 1e-11);

    // integrate(function(l0) dgamma(l0, 43, rate = 13000) * pgamma(.8 * l0, 32, rate = 15000), 0, .02)
    [Fact, Trait("Source", "AgainstR")]
    public void ProbabilityRatioBelow_OfTwoArms_IsTheIntegral() =>
        Close.Relative(0.825113772213, new GammaDistribution(32, 15_000).ProbabilityRatioBelow(new GammaDistribution(43, 13_000), 0.8), 1e-11);

    [Fact, Trait("Source", "Property")]
    public void ProbabilityRatioBelow_TheOtherWayRound_IsTheRest()
    {
        GammaDistribution one = new(3.5, 700);
        GammaDistribution other = new(12, 4000);

        Assert.Equal(1.0, one.ProbabilityRatioBelow(other, 1.3) + other.ProbabilityRatioBelow(one, 1.0 / 1.3), 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void GammaDistribution_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaDistribution(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaDistribution(1, 1).After(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaDistribution(1, 1).ProbabilityMedianAbove(0));
    }
}
