namespace TrialSim.Statistics.DesignFormulas;

/// <summary>The margin that keeps a share of what an active control has been shown to do.</summary>
public static class NonInferiorityMargin
{
    /// <summary>
    /// Largest hazard ratio, experimental over active control, that is called non-inferior: HR^−(1 − retained) on the log scale, with HR the ratio of active
    /// control over placebo that can be relied on (M1), for the fixed-margin method the upper confidence limit of the historical trials.
    /// </summary>
    /// <param name="historicalHazardRatio">Active control over placebo, strictly between 0 and 1.</param>
    /// <param name="retained">Share of the log effect to keep, from 0 to 1; ½ is usual.</param>
    /// <returns>1 or above.</returns>
    public static double HazardRatio(double historicalHazardRatio, double retained) =>
        Math.Exp(-Math.Log(Require.InsideUnitInterval(historicalHazardRatio)) * (1.0 - Require.Probability(retained)));
}
