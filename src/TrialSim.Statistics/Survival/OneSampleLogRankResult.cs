using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>A one-sample log-rank test. Z is positive when the patients do better than the reference.</summary>
/// <param name="Observed">Events.</param>
/// <param name="Expected">Events to be expected under the reference hazard.</param>
/// <param name="Variance">Of observed minus expected, in the form that was asked for.</param>
/// <param name="Reason">Why there is no test; expected events and variance are then 0.</param>
public readonly record struct OneSampleLogRankResult(int Observed, double Expected, double Variance, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Expected minus observed events over the standard error; 0 without a test.</summary>
    public double Z => IsEstimable ? (Expected - Observed) / Math.Sqrt(Variance) : 0.0;

    /// <summary>Observed over expected events, the standardised mortality ratio; 0 without a test.</summary>
    public double Ratio => IsEstimable ? Observed / Expected : 0.0;

    /// <summary>Z squared; chi-square with one degree of freedom under the null hypothesis.</summary>
    public double ChiSquare => Z * Z;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the patients do better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);
}
