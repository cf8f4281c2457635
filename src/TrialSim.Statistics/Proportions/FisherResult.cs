namespace TrialSim.Statistics.Proportions;

/// <summary>Fisher's exact test of two proportions, given the margins of the table.</summary>
/// <param name="TwoSidedPValue">Probability of all tables that are no more likely than the one seen, up to a relative error of 1e-7. R's convention.</param>
/// <param name="OneSidedPValue">Probability of as many responders in the experimental arm, or more: small when it does better. R's "greater".</param>
/// <param name="OtherOneSidedPValue">Probability of as many responders in the experimental arm, or fewer. R's "less".</param>
/// <param name="Reason">Why there is no test; the p-values are then 1.</param>
public readonly record struct FisherResult(
    double TwoSidedPValue, double OneSidedPValue, double OtherOneSidedPValue, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    internal static FisherResult Without(NotEstimable reason) => new(1.0, 1.0, 1.0, reason);
}
