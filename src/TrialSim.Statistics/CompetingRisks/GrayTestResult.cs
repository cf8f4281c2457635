using MathNet.Numerics;

namespace TrialSim.Statistics.CompetingRisks;

/// <summary>Gray's test that the cumulative incidence of one cause is the same in all groups.</summary>
/// <param name="ChiSquare">Quadratic form of the scores.</param>
/// <param name="DegreesOfFreedom">Groups present in the data, less one.</param>
/// <param name="Scores">Observed minus expected, one for each group present but the last: above 0 where the cause occurs more often.</param>
/// <param name="Reason">Why there is no test; the numbers are then 0.</param>
public sealed record GrayTestResult(double ChiSquare, int DegreesOfFreedom, double[] Scores, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>P(chi-square above the one found); 1 without a test.</summary>
    public double PValue => IsEstimable ? SpecialFunctions.GammaUpperRegularized(0.5 * DegreesOfFreedom, 0.5 * ChiSquare) : 1.0;

    internal static GrayTestResult Without(NotEstimable reason) => new(0.0, 0, [], reason);
}
