namespace TrialSim.Statistics.Longitudinal;

/// <summary>A Wilcoxon–Mann–Whitney test. Z is positive when the experimental arm has the higher values, which count as better.</summary>
/// <param name="U">Pairs in which the experimental value is the higher one, ties counted half. R's W of <c>wilcox.test(experimental, control)</c>.</param>
/// <param name="Probability">U over the number of pairs: the probability that an experimental value exceeds a control value.</param>
/// <param name="Z">Standardised U, with the correction for continuity when the method has it; also where the p-values are exact.</param>
/// <param name="TwoSidedPValue">Probability under the null hypothesis of a U at least as far from its mean.</param>
/// <param name="OneSidedPValue">Probability under the null hypothesis of a U at least as large. R's "greater".</param>
/// <param name="IsExact">Whether the p-values come from the permutation distribution.</param>
/// <param name="Reason">Why there is no test; the numbers are then 0, the two-sided p-value 1 and the one-sided ½.</param>
public readonly record struct RankSumResult(
    double U, double Probability, double Z, double TwoSidedPValue, double OneSidedPValue, bool IsExact, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    internal static RankSumResult Without(NotEstimable reason) => new(0.0, 0.0, 0.0, 1.0, 0.5, false, reason);
}
