using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.Probability;

// Numbers of R 4.2.2, with the call in the name of each case.
public sealed class DistributionTests
{
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(3.84, 1, 0.050043521248705224)] // pchisq(3.84, 1, lower = FALSE), and so on
    [InlineData(12.65, 3, 0.0054580111293381986)]
    [InlineData(0.01, 2.5, 0.99882975862859702)]
    [InlineData(300, 100, 7.4121008573228746e-22)]
    public void ChiSquareUpperTail_AnyShape_MatchesPchisq(double x, double degrees, double expected)
    {
        Close.Relative(expected, ChiSquare.UpperTail(x, degrees), 1e-12);
        Close.Relative(1.0 - expected, ChiSquare.Cdf(x, degrees), 1e-12);
    }

    // pchisq(0.5, 7)
    [Fact, Trait("Source", "AgainstR")]
    public void ChiSquareCdf_SmallValue_KeepsItsDigits() =>
        Close.Relative(0.00055351860957503435, ChiSquare.Cdf(0.5, 7.0), 1e-13);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(3.3, 3, 315, 0.020691730827187629)] // pf(3.3, 3, 315, lower = FALSE), and so on
    [InlineData(0.2, 1, 7, 0.66823104007150402)]
    [InlineData(2013.843, 3, 315, 4.14876746009797e-205)]
    [InlineData(50, 1, 1e6, 1.5384591038012638e-12)]
    [InlineData(1.3, 2.4, 17.5, 0.30202019895883775)]
    [InlineData(1e-6, 2, 9, 0.99999900000061115)]
    public void FisherFUpperTail_AnyShape_MatchesPf(double x, double numerator, double denominator, double expected) =>
        Close.Relative(expected, FisherF.UpperTail(x, numerator, denominator), 1e-11);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(-2.1, 9.7, 0.062922292113609918)] // 2 * pt(-2.1, 9.7), and so on
    [InlineData(1e-9, 5, 0.99999999924078664)]
    [InlineData(40, 3, 3.438068078915854e-05)]
    [InlineData(2, 1e8, 0.045500266595906738)]
    [InlineData(1e200, 2, 0)]
    public void StudentTTwoSidedTail_AnyShape_MatchesPt(double t, double degrees, double expected) =>
        Close.Relative(expected, StudentT.TwoSidedTail(t, degrees), 1e-9);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(0.95, 10, 2.2281388519862739)] // qt(0.975, 10), and so on
    [InlineData(0.95, 0.7, 36.611415031588322)]
    [InlineData(0.99, 3, 5.8409093097333544)]
    [InlineData(0.05, 200, 0.062785519343535004)]
    [InlineData(0.95, 1e7, 1.9599642217672049)]
    public void StudentTTwoSidedCriticalValue_AnyShape_MatchesQt(double confidence, double degrees, double expected) =>
        Close.Relative(expected, StudentT.TwoSidedCriticalValue(confidence, degrees), 1e-10);

    // pt(-1.3, 4, lower = FALSE)
    [Fact, Trait("Source", "AgainstR")]
    public void StudentTUpperTail_NegativeValue_IsAboveHalf()
    {
        Close.Relative(0.86827420176438808, StudentT.UpperTail(-1.3, 4.0), 1e-13);
        Assert.Equal(Normal.UpperTail(1.0), StudentT.UpperTail(1.0, double.PositiveInfinity), 15);
    }

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(0.3, 2.5, 4, 0.35219758590676714)] // pbeta(0.3, 2.5, 4), and so on
    [InlineData(0.05, 8, 100, 0.16731383857740365)]
    [InlineData(1e-9, 0.5, 2, 4.7434164886714363e-05)]
    [InlineData(0.5001, 1e6, 1e6, 0.61135128213768986)]
    public void BetaCdf_AnyShape_MatchesPbeta(double x, double a, double b, double expected)
    {
        Close.Relative(expected, Beta.Cdf(x, a, b), 1e-11);
        Close.Relative(1.0 - expected, Beta.UpperTail(x, a, b), 1e-11);
    }

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(3, 20, 0.25, 0.13389561519943532)] // dbinom(3, 20, 0.25), and so on
    [InlineData(900, 10_000, 0.1, 4.5303820205876826e-05)]
    [InlineData(500_123, 1_000_000, 0.5, 0.00077410359344211256)]
    [InlineData(0, 1_000_000, 1e-7, 0.90483741351177216)]
    [InlineData(20, 20, 0.9, 0.12157665459056936)]
    [InlineData(-1, 20, 0.9, 0.0)]
    [InlineData(21, 20, 0.9, 0.0)]
    [InlineData(0, 20, 0.0, 1.0)]
    [InlineData(20, 20, 1.0, 1.0)]
    [InlineData(0, 0, 0.3, 1.0)]
    public void BinomialProbability_AnyNumberOfTrials_MatchesDbinom(long successes, long trials, double probability, double expected) =>
        Close.Relative(expected, Binomial.Probability(successes, trials, probability), 1e-12);

    [Fact, Trait("Source", "ByHand")]
    public void Distributions_ImpossibleDegrees_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.UpperTail(1.0, 0.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherF.UpperTail(1.0, 1.0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedTail(1.0, -1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Cdf(0.5, 1.0, 0.0));
    }
}
