using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.Probability;

public sealed class PoissonTests
{
    // poisson.test(0)$conf.int, poisson.test(17)$conf.int, poisson.test(17, conf.level = .9)$conf.int
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(0, 0.95, 0, 3.68887945411)]
    [InlineData(17, 0.95, 9.90312646961, 27.2186468159)]
    [InlineData(17, 0.9, 10.8321403563, 25.4992300829)]
    public void ExactInterval_OfAMean_IsGarwoods(int events, double confidence, double lower, double upper)
    {
        Interval interval = Poisson.ExactInterval(events, confidence);

        Close.Relative(lower, interval.Lower, 1e-10);
        Close.Relative(upper, interval.Upper, 1e-10);
    }

    [Fact, Trait("Source", "Property")]
    public void ExactInterval_OfManyEvents_HoldsItsTails()
    {
        Interval interval = Poisson.ExactInterval(40_000, 0.95);

        Close.Relative(0.025, Gamma.Cdf(interval.Lower, 40_000, 1.0), 1e-8);
        Close.Relative(0.025, Gamma.UpperTail(interval.Upper, 40_001, 1.0), 1e-8);
    }
}
