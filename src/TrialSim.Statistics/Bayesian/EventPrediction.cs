using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Bayesian;

/// <summary>
/// Probability that a trial of one arm with an exponential time to an event will end in success, given what has been seen of it. It ends at a number of events, and succeeds when the posterior
/// probability of a low hazard then reaches a threshold (predictive probability as of Spiegelhalter, Freedman and Blackburn, Controlled Clinical Trials 7, 1986).
/// </summary>
public static class EventPrediction
{
    private const double LowestLog = -700.0;
    private const double HighestLog = 50.0;

    /// <summary>
    /// With a known hazard the follow-up until m more events is gamma, whoever it is of and however many are followed; with a gamma belief of the hazard it is, in units of the follow-up
    /// that the belief is worth, beta prime. So the probability has a closed form.
    /// </summary>
    /// <param name="belief">What is believed of the hazard now.</param>
    /// <param name="eventsLeft">Events still to come, 0 or above; with 0 the trial has ended, and the answer is 0 or 1.</param>
    /// <param name="hazardPerDay">The hazard must lie below this, above 0.</param>
    /// <param name="finalThreshold">Of the posterior probability, strictly between 0 and 1.</param>
    public static double OfOneArm(GammaDistribution belief, int eventsLeft, double hazardPerDay, double finalThreshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(eventsLeft);
        Require.PositiveFinite(hazardPerDay);
        Require.InsideUnitInterval(finalThreshold);
        if (eventsLeft == 0)
        {
            return belief.ProbabilityBelow(hazardPerDay) >= finalThreshold ? 1.0 : 0.0;
        }

        // Expected events under the hazard in all follow-up must reach the quantile of the posterior's shape.
        double needed = Math.Exp(Bisection.RootOfFalling(new Missing(belief.Events + eventsLeft, finalThreshold), LowestLog, HighestLog));
        double share = hazardPerDay * belief.Days / needed;
        return share >= 1.0 ? 1.0 : Beta.Cdf(share, belief.Events, eventsLeft);
    }

    // How much the probability up to e^log lacks to the threshold.
    private readonly record struct Missing(double Shape, double Threshold) : IIntegrand
    {
        public double At(double log) => Threshold - Gamma.Cdf(Math.Exp(log), Shape, 1.0);
    }
}
