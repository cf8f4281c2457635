namespace TrialSim.Model.Design;

/// <summary>How outcomes change the allocation.</summary>
public enum AdaptationRule
{
    /// <summary>
    /// An urn that holds the ratio in balls: a success adds a ball of its arm, a failure one shared by the other arms. Wei, Durham (1978), "The randomized play-the-winner rule in medical
    /// trials", JASA 73.
    /// </summary>
    PlayTheWinner,

    /// <summary>
    /// The posterior probability that the arm is the best, to a power. Thall, Wathen (2007), "Practical Bayesian adaptive randomisation in clinical trials", European Journal of Cancer 43.
    /// </summary>
    Bayesian,
}
