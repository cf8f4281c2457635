using TrialSim.Statistics.Bayesian;
using Xunit;

namespace TrialSim.Statistics.Tests.Bayesian;

public sealed class EventPredictionTests
{
    // one <- function(a, b, d, T, N, h0, fin) pbeta(s <- (qgamma(fin, a + N) / h0 - (b + T)) / (qgamma(fin, a + N) / h0), N - d, a + d, lower.tail = FALSE)
    // Four million trials, rgamma(hazard), rgamma(follow-up), pgamma(h0, a + N, follow-up) >= fin: 0.02476 and 0.38370, each +- 0.0003.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(2, 608.75, 14, 3100, 40, 200, 0.95, 0.02463998404389)]
    [InlineData(0.5, 10, 3, 900, 25, 180, 0.9, 0.3838083411018)]
    public void OneArm_OfExponentialTimes_IsThatOfR(double events, double days, int seen, double followUp, int final, double median, double threshold, double expected)
    {
        GammaDistribution belief = new GammaDistribution(events, days).After(seen, followUp);

        Close.Relative(expected, EventPrediction.OfOneArm(belief, final - seen, Math.Log(2) / median, threshold), 1e-10);
    }

    [Fact, Trait("Source", "Theory")]
    public void OneArm_WithAllEvents_IsWhatTheTrialSays()
    {
        GammaDistribution belief = new(30, 5000);
        double posterior = belief.ProbabilityBelow(0.007);

        Assert.Equal(1.0, EventPrediction.OfOneArm(belief, 0, 0.007, posterior - 1e-9));
        Assert.Equal(0.0, EventPrediction.OfOneArm(belief, 0, 0.007, posterior + 1e-9));
    }

    // In R the sum over k of integrate() over the logarithm of the follow-up still to come, piece by piece with rel.tol = 1e-11; beside it four million trials,
    // rgamma(hazards), rgamma(follow-up), rbinom(events), pbeta(posterior) >= fin: 0.52318, 0.63063, 0.81030, 0.99776 and 0.41682, each within 2.5 standard errors.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(2, 100, 2, 100, 20, 9000, 28, 8200, 100, 1, 0.975, 0.55, 0.523187572863)]
    [InlineData(0.5, 30, 1, 60, 5, 2000, 9, 1700, 40, 0.8, 0.9, 0.5, 0.630052256705)]
    [InlineData(3, 600, 3, 600, 61, 30100, 75, 26400, 330, 1, 0.975, 0.5, 0.8101872090245)]
    [InlineData(0.01, 1, 0.01, 1, 0, 350, 2, 300, 12, 1, 0.8, 2.0 / 3, 0.9977119478337)]
    [InlineData(2, 100, 2, 100, 30, 9000, 28, 8200, 100, 1.3, 0.95, 0.45, 0.4168778485705)]
    public void TwoArms_OfExponentialTimes_IsThatOfR(
        double events, double days, double controlEvents, double controlDays, int seen, double followUp, int controlSeen, double controlFollowUp,
        int final, double ratio, double threshold, double share, double expected)
    {
        HazardRatioPrediction prediction = new(new GammaDistribution(controlEvents, controlDays), new GammaDistribution(events, days), ratio, threshold, final);

        Close.Relative(expected, prediction.Predictive(controlSeen, controlFollowUp, seen, followUp, share), 1e-8);
    }

    [Fact, Trait("Source", "Theory")]
    public void TwoArms_WithAllEvents_IsWhatTheTrialSays()
    {
        GammaDistribution prior = new(1, 50);
        double posterior = prior.After(40, 9000).ProbabilityRatioBelow(prior.After(60, 8000), 1.0);

        Assert.Equal(1.0, new HazardRatioPrediction(prior, prior, 1.0, posterior - 1e-9, 100).Predictive(60, 8000, 40, 9000, 0.5));
        Assert.Equal(0.0, new HazardRatioPrediction(prior, prior, 1.0, posterior + 1e-9, 90).Predictive(60, 8000, 40, 9000, 0.5));
    }

    // With the control's hazard known to be .01 and all follow-up to come in the experimental arm, there is one arm.
    [Fact, Trait("Source", "Independent")]
    public void TwoArms_WithAControlKnownBeforehand_IsThatOfOneArm()
    {
        GammaDistribution known = new(1e8, 1e10);
        GammaDistribution prior = new(2, 150);

        double two = new HazardRatioPrediction(known, prior, 1.0, 0.9, 40).Predictive(0, 0, 15, 1900, 1.0);
        double one = EventPrediction.OfOneArm(prior.After(15, 1900), 25, 0.01, 0.9);

        Assert.Equal(one, two, 1e-3); // A belief worth 1e8 events has a relative spread of 1e-4.
    }

    // The belief now is the mean over what may be seen of the belief then: over all thresholds of success the predictive probability sums to the posterior one.
    [Fact, Trait("Source", "Theory")]
    public void TwoArms_OverAllThresholds_SumToThePosterior()
    {
        GammaDistribution prior = new(1, 80);
        const int Points = 400;
        double sum = 0;
        for (int i = 0; i < Points; i++)
        {
            sum += new HazardRatioPrediction(prior, prior, 0.9, (i + 0.5) / Points, 30).Predictive(9, 1000, 7, 1100, 0.6) / Points;
        }

        Assert.Equal(prior.After(7, 1100).ProbabilityRatioBelow(prior.After(9, 1000), 0.9), sum, 1e-4);
    }
}
