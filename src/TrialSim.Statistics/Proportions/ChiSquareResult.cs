using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>A statistic that has a chi-square distribution under the null hypothesis when counts are large.</summary>
/// <param name="Statistic">0 or above.</param>
/// <param name="DegreesOfFreedom">1 or more; 0 without a test.</param>
/// <param name="Reason">Why there is no test; the numbers are then 0 and the p-value 1.</param>
public readonly record struct ChiSquareResult(double Statistic, int DegreesOfFreedom, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Probability under the null hypothesis of a statistic at least as large.</summary>
    public double PValue => IsEstimable ? ChiSquare.UpperTail(Statistic, DegreesOfFreedom) : 1.0;

    internal static ChiSquareResult Without(NotEstimable reason) => new(0.0, 0, reason);
}
