using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>A test of two proportions by a normal approximation. Z is positive when the experimental arm has the higher proportion.</summary>
/// <param name="Z">Standard normal under the null hypothesis when counts are large.</param>
/// <param name="Reason">Why there is no test; Z is then 0, the two-sided p-value 1 and the one-sided ½.</param>
public readonly record struct ProportionTestResult(double Z, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Z squared; chi-square with one degree of freedom under the null hypothesis.</summary>
    public double ChiSquare => Z * Z;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    internal static ProportionTestResult Without(NotEstimable reason) => new(0.0, reason);
}
