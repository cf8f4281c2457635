using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// Power averaged over a normal belief of the effect (O'Hagan, Stevens and Campbell, Pharmaceutical Statistics 4, 2005); for a trial with several looks see
/// <see cref="GroupSequential.ConditionalPower.Assurance"/>.
/// </summary>
public static class Assurance
{
    /// <summary>Probability that a trial with one look makes its claim: Φ((μ − z_α/√I)/√(σ² + 1/I)).</summary>
    /// <param name="mean">Of the effect, positive for benefit: −ln of the hazard ratio believed in.</param>
    /// <param name="standardDeviation">Of the belief, 0 or above; 0 gives the power.</param>
    /// <param name="information">One over the variance of the estimate, above 0: events·p(1 − p) for a log hazard ratio.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    public static double OfEstimate(double mean, double standardDeviation, double information, double oneSidedAlpha)
    {
        double error = 1.0 / Require.PositiveFinite(information);
        double bound = -Normal.Quantile(Require.InsideUnitInterval(oneSidedAlpha)) * Math.Sqrt(error);
        double spread = Require.NonNegativeFinite(standardDeviation) * standardDeviation;
        return Normal.UpperTail((bound - Require.Finite(mean)) / Math.Sqrt(spread + error));
    }
}
