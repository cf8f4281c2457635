using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.Probability;

public sealed class BinomialTests
{
    // At 0 of n Clopper–Pearson has the upper limit 1 − (α/2)^(1/n), Wilson z²/(n + z²).
    [Fact, Trait("Source", "Theory")]
    public void Intervals_AtTheEnds_AreOneSided()
    {
        double z = Normal.TwoSidedCriticalValue(0.95);

        AssertInterval(0.0, 1.0 - Math.Pow(0.025, 0.1), Binomial.ClopperPearson(0, 10, 0.95));
        AssertInterval(Math.Pow(0.025, 0.1), 1.0, Binomial.ClopperPearson(10, 10, 0.95));
        AssertInterval(0.0, z * z / (10.0 + (z * z)), Binomial.Wilson(0, 10, 0.95));
        AssertInterval(10.0 / (10.0 + (z * z)), 1.0, Binomial.Wilson(10, 10, 0.95));
    }

    // R 4.2.2: pbinom(3, 20, 0.25), pbinom(15, 20, 0.25, lower = FALSE), pbinom(900, 10000, 0.1).
    [Fact, Trait("Source", "AgainstR")]
    public void Cdf_BothTails_MatchesPbinom()
    {
        Close.Relative(0.22515604766431363, Binomial.Cdf(3, 20, 0.25), 1e-12);
        Close.Relative(3.8653161027468815e-07, Binomial.UpperTail(15, 20, 0.25), 1e-12);
        Close.Relative(0.00038516113807243594, Binomial.Cdf(900, 10_000, 0.1), 1e-9);
        Assert.Equal(0.0, Binomial.Cdf(-1, 20, 0.25));
        Assert.Equal(1.0, Binomial.Cdf(20, 20, 0.25));
        Assert.Equal(0.0, Binomial.UpperTail(20, 20, 0.25));
    }

    // R 4.2.2: qbinom(5e-7, 20000, 0.025), qbinom(5e-7, 20000, 0.025, lower = FALSE).
    [Fact, Trait("Source", "AgainstR")]
    public void Band_TwentyThousandTests_MatchesQbinom()
    {
        BinomialBand band = Binomial.Band(0.025, 20_000, 1e-6);

        Assert.Equal(new BinomialBand(396, 612, 20_000), band);
        Assert.True(band.Contains(500));
        Assert.True(band.Contains(396));
        Assert.False(band.Contains(396 - 1));
        Assert.False(band.Contains(612 + 1));
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData(0.025, 10_000, 1e-6)]
    [InlineData(0.5, 7, 0.1)]
    [InlineData(0.999, 400, 1e-3)]
    [InlineData(0.0, 10, 1e-3)]
    [InlineData(1.0, 10, 1e-3)]
    public void Band_AnyTest_LeavesNoMoreThanTheFalseAlarm(double probability, long trials, double falseAlarm)
    {
        BinomialBand band = Binomial.Band(probability, trials, falseAlarm);

        Assert.True(Binomial.Cdf(band.Lowest - 1, trials, probability) + Binomial.UpperTail(band.Highest, trials, probability) <= falseAlarm);

        // And it is the narrowest: one count less on either side would leave more than half of it there.
        Assert.True(Binomial.Cdf(band.Lowest, trials, probability) > 0.5 * falseAlarm);
        Assert.True(band.Highest == 0 || Binomial.UpperTail(band.Highest - 1, trials, probability) > 0.5 * falseAlarm);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Intervals_CountsOutOfRange_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.Wilson(1, 0, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.Wilson(11, 10, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.ClopperPearson(-1, 10, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.ClopperPearson(1, 10, 1.0));
    }

    private static void AssertInterval(double lower, double upper, Interval interval)
    {
        Close.Relative(lower, interval.Lower, 5e-7, 1e-14);
        Close.Relative(upper, interval.Upper, 5e-7);
    }
}
