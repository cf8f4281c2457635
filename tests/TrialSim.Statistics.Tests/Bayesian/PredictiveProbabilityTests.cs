using TrialSim.Statistics.Bayesian;
using Xunit;

namespace TrialSim.Statistics.Tests.Bayesian;

public sealed class PredictiveProbabilityTests
{
    private static readonly BetaDistribution Even = new(1, 1);

    // exp(lchoose(15, 4) + lbeta(7.5, 20.2) - lbeta(3.5, 9.2)), and the sum of 6 to 15
    [Fact, Trait("Source", "AgainstR")]
    public void BetaBinomial_OfFifteen_IsThatOfR()
    {
        Close.Relative(0.15264851503, BetaBinomial.Probability(4, 15, new BetaDistribution(3.5, 9.2)), 1e-10);
        Close.Relative(0.274448992721, BetaBinomial.AtLeast(6, 15, new BetaDistribution(3.5, 9.2)), 1e-10);
        Assert.Equal((1.0, 0.0), (BetaBinomial.AtLeast(0, 15, Even), BetaBinomial.AtLeast(16, 15, Even)));
    }

    // Lee and Liu (2008), Table 1: prior beta(0.6, 0.4), 16 of 23 seen, 40 at the end, p0 = 0.6, threshold 0.90: PP = 0.5656.
    [Fact, Trait("Source", "Published")]
    public void OneArm_ExampleOfLeeAndLiu_IsPublished() =>
        Assert.Equal(0.5656, PredictiveProbability.OfOneArm(new BetaDistribution(0.6, 0.4), 16, 23, 40, 0.6, 0.9), 5e-5);

    [Fact, Trait("Source", "Theory")]
    public void OneArm_AllPatientsSeen_IsWhatTheTrialSays()
    {
        int needed = PredictiveProbability.LeastResponders(Even, 30, 0.3, 0.95);

        Assert.True(Even.After(needed, 30).ProbabilityAbove(0.3) >= 0.95 && Even.After(needed - 1, 30).ProbabilityAbove(0.3) < 0.95);
        Assert.Equal(1.0, PredictiveProbability.OfOneArm(Even, needed, 30, 30, 0.3, 0.95));
        Assert.Equal(0.0, PredictiveProbability.OfOneArm(Even, needed - 1, 30, 20, 0.3, 0.95));
        Assert.Equal(11, PredictiveProbability.LeastResponders(Even, 10, 0.9999, 0.99));
    }

    // The double sum over dbetabinom of the integral of pbeta reaching the threshold, in R.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(24, 24, 0.0, 0.95, 0.472894340823)]
    [InlineData(20, 24, 0.05, 0.9, 0.377233207306)]
    public void TwoArms_NineOfSixteenAndFiveOfFifteen_IsTheDoubleSum(int control, int experimental, double exceeds, double threshold, double expected)
    {
        TwoArmSuccess success = new(Even, Even, control, experimental, exceeds, threshold);

        Close.Relative(expected, success.Predictive(Even.After(5, 15), 5, 15, Even.After(9, 16), 9, 16), 1e-9);
    }

    [Fact, Trait("Source", "Theory")]
    public void TwoArms_AllPatientsSeen_IsWhatTheTrialSays()
    {
        TwoArmSuccess success = new(Even, Even, 20, 20, 0.0, 0.975);
        int needed = success.LeastExperimental(6);

        Assert.Equal(1.0, success.Predictive(Even.After(6, 20), 6, 20, Even.After(needed, 20), needed, 20));
        Assert.Equal(0.0, success.Predictive(Even.After(6, 20), 6, 20, Even.After(needed - 1, 20), needed - 1, 20));
        Assert.Equal(21, success.LeastExperimental(20));
    }
}
