namespace TrialSim.Statistics.Bayesian;

/// <summary>
/// When a trial of two arms with a binary endpoint succeeds: with which responses the posterior probability that the experimental arm exceeds the control by a difference reaches
/// a threshold. Found once for the sizes of the arms: the more responders the control has, the more the experimental arm needs. Immutable.
/// </summary>
public sealed class TwoArmSuccess
{
    private readonly int[] _leastExperimental;

    /// <summary>The rule for a trial that ends with so many patients.</summary>
    /// <param name="controlPrior">Belief of the control arm before the trial.</param>
    /// <param name="experimentalPrior">The same of the experimental arm.</param>
    /// <param name="controlPatients">At the end.</param>
    /// <param name="experimentalPatients">At the end.</param>
    /// <param name="exceeds">Difference, experimental minus control, that must be exceeded; strictly between −1 and 1.</param>
    /// <param name="threshold">Of the posterior probability, strictly between 0 and 1.</param>
    public TwoArmSuccess(
        BetaDistribution controlPrior, BetaDistribution experimentalPrior, int controlPatients, int experimentalPatients, double exceeds, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(controlPatients);
        ArgumentOutOfRangeException.ThrowIfNegative(experimentalPatients);
        Require.InsideUnitInterval(threshold);
        ControlPatients = controlPatients;
        ExperimentalPatients = experimentalPatients;
        _leastExperimental = new int[controlPatients + 1];
        int least = 0;
        for (int responders = 0; responders <= controlPatients; responders++)
        {
            BetaDistribution control = controlPrior.After(responders, controlPatients);
            while (least <= experimentalPatients && experimentalPrior.After(least, experimentalPatients).ProbabilityExceeds(control, exceeds) < threshold)
            {
                least++;
            }

            _leastExperimental[responders] = least;
        }
    }

    /// <summary>Control patients at the end.</summary>
    public int ControlPatients { get; }

    /// <summary>Experimental patients at the end.</summary>
    public int ExperimentalPatients { get; }

    /// <summary>Fewest responders of the experimental arm with which it succeeds; one more than its patients where none do.</summary>
    /// <param name="controlResponders">Of the control arm, from 0 to <see cref="ControlPatients"/>.</param>
    public int LeastExperimental(int controlResponders) => _leastExperimental[controlResponders];

    /// <summary>Probability of ending in success. Allocates nothing.</summary>
    /// <param name="control">What is believed of the control arm now.</param>
    /// <param name="controlResponders">Seen in it so far.</param>
    /// <param name="controlSeen">Patients of it seen so far, at most <see cref="ControlPatients"/>.</param>
    /// <param name="experimental">What is believed of the experimental arm now.</param>
    /// <param name="experimentalResponders">Seen in it so far.</param>
    /// <param name="experimentalSeen">Patients of it seen so far, at most <see cref="ExperimentalPatients"/>.</param>
    public double Predictive(
        BetaDistribution control, int controlResponders, int controlSeen, BetaDistribution experimental, int experimentalResponders, int experimentalSeen)
    {
        int controlLeft = ControlPatients - controlSeen;
        int experimentalLeft = ExperimentalPatients - experimentalSeen;
        double sum = 0.0;
        double atLeast = 1.0;
        int counted = 0; // Of the experimental arm's future responders, those that atLeast has left out.
        for (int future = 0; future <= controlLeft; future++)
        {
            int needed = _leastExperimental[controlResponders + future] - experimentalResponders;
            for (; counted < needed && counted <= experimentalLeft; counted++)
            {
                atLeast -= BetaBinomial.Probability(counted, experimentalLeft, experimental);
            }

            double success = needed > experimentalLeft ? 0.0 : Math.Max(0.0, atLeast);
            sum += BetaBinomial.Probability(future, controlLeft, control) * success;
        }

        return Math.Clamp(sum, 0.0, 1.0);
    }
}
