using System.Collections.Immutable;

namespace TrialSim.Statistics.Survival;

/// <summary>A MaxCombo test. Z is positive when the experimental arm does better.</summary>
/// <param name="ZByWeight">One for each weight, in their order; empty without a test.</param>
/// <param name="Correlation">Of the Zs, row by row; singular when one weight is a sum of others.</param>
/// <param name="OneSidedPValue">
/// Probability under the null hypothesis of a largest Z at least as large: small when the experimental arm does better. ½ without a test.
/// </param>
/// <param name="TwoSidedPValue">Probability under the null hypothesis of a Z at least as far from 0 as the farthest; 1 without a test.</param>
/// <param name="Reason">Why there is no test, such as a weight without variance.</param>
public sealed record MaxComboResult(
    ImmutableArray<double> ZByWeight, ImmutableArray<double> Correlation, double OneSidedPValue, double TwoSidedPValue, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>The largest Z, which the one-sided test is about; 0 without a test.</summary>
    public double Z => IsEstimable ? ZByWeight.Max() : 0.0;

    internal static MaxComboResult Without(NotEstimable reason) => new([], [], 0.5, 1.0, reason);
}
