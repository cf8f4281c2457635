namespace TrialSim.Statistics.Survival;

/// <summary>The Z of a MaxCombo test with its p-value. Z is positive when the experimental arm does better.</summary>
/// <param name="Z">The largest of the Zs, or the one farthest from 0, as was asked for; 0 without a test.</param>
/// <param name="PValue">Probability under the null hypothesis of a Z at least as large, or as far from 0; ½, or 1, without a test.</param>
/// <param name="Reason">Why there is no test.</param>
public readonly record struct MaxComboStatistic(double Z, double PValue, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;
}
