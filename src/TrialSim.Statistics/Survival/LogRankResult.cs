using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>A log-rank test. Z is positive when the experimental arm does better.</summary>
/// <param name="Z">Score over its standard error.</param>
/// <param name="Score">Events expected minus events observed in the experimental arm, given the margins of each event time.</param>
/// <param name="Variance">Hypergeometric variance of the score.</param>
/// <param name="Reason">Why there is no test; the numbers are then 0, the two-sided p-value 1 and the one-sided ½.</param>
public readonly record struct LogRankResult(double Z, double Score, double Variance, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Z squared; chi-square with one degree of freedom under the null hypothesis. R's <c>survdiff</c> prints it.</summary>
    public double ChiSquare => Z * Z;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    internal static LogRankResult Without(NotEstimable reason) => new(0.0, 0.0, 0.0, reason);
}
