namespace TrialSim.Statistics.Bayesian;

/// <summary>
/// Probability that a trial with a binary endpoint will end in success, given what has been seen of it: over the responses still to come, beta-binomial by what is
/// believed now (Lee and Liu, Clinical Trials 5, 2008). It succeeds when the posterior probability with all patients reaches a threshold.
/// </summary>
public static class PredictiveProbability
{
    /// <summary>Of one arm, against a value.</summary>
    /// <param name="prior">Belief before the trial.</param>
    /// <param name="responders">Seen so far.</param>
    /// <param name="patients">Seen so far.</param>
    /// <param name="ofPatients">At the end; fewer than seen so far means that it has ended.</param>
    /// <param name="exceeds">The probability must lie above this value, from 0 to 1.</param>
    /// <param name="threshold">Of the posterior probability, strictly between 0 and 1.</param>
    public static double OfOneArm(BetaDistribution prior, int responders, int patients, int ofPatients, double exceeds, double threshold)
    {
        Require.Probability(exceeds);
        Require.InsideUnitInterval(threshold);
        int all = Math.Max(patients, ofPatients);
        int needed = LeastResponders(prior, all, exceeds, threshold);
        return BetaBinomial.AtLeast(needed - responders, all - patients, prior.After(responders, patients));
    }

    /// <summary>Fewest responders with which a trial of one arm succeeds; one more than its patients where none do.</summary>
    /// <param name="prior">Belief before the trial.</param>
    /// <param name="patients">At the end.</param>
    /// <param name="exceeds">The probability must lie above this value.</param>
    /// <param name="threshold">Of the posterior probability.</param>
    public static int LeastResponders(BetaDistribution prior, int patients, double exceeds, double threshold)
    {
        int low = 0;
        int high = patients + 1;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (prior.After(middle, patients).ProbabilityAbove(exceeds) >= threshold)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
