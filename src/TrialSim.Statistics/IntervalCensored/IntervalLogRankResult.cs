namespace TrialSim.Statistics.IntervalCensored;

/// <summary>A log-rank test of interval-censored data.</summary>
/// <param name="Z">For two arms: positive when the second does better. For more arms only its square means anything.</param>
/// <param name="ChiSquare">Of all arms.</param>
/// <param name="DegreesOfFreedom">One less than the arms with patients.</param>
/// <param name="Reason">Why there is no test; the numbers are then 0.</param>
public readonly record struct IntervalLogRankResult(double Z, double ChiSquare, int DegreesOfFreedom, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Probability under the null hypothesis of a chi-square at least as large; 1 without a test.</summary>
    public double PValue => IsEstimable ? Probability.ChiSquare.UpperTail(ChiSquare, DegreesOfFreedom) : 1.0;

    internal static IntervalLogRankResult Without(NotEstimable reason) => new(0.0, 0.0, 0, reason);
}
