namespace TrialSim.Statistics.Survival;

/// <summary>One step of a Kaplan–Meier curve.</summary>
/// <param name="Days">Day of the events.</param>
/// <param name="AtRisk">Patients under observation without the event just before that day.</param>
/// <param name="Events">Patients with the event on that day.</param>
/// <param name="Survival">Probability of being without the event after that day.</param>
/// <param name="GreenwoodSum">Variance of ln S by Greenwood's formula: the sum of d/(n(n − d)) so far; +∞ once survival is 0.</param>
public readonly record struct KaplanMeierRow(double Days, int AtRisk, int Events, double Survival, double GreenwoodSum)
{
    /// <summary>Greenwood's standard error of <see cref="Survival"/>; 0 once survival is 0, where the formula has none.</summary>
    public double StandardError => Survival > 0.0 ? Survival * Math.Sqrt(GreenwoodSum) : 0.0;

    /// <summary>Pointwise limits of <see cref="Survival"/>, within 0 and 1; both are 0 once survival is 0.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <param name="transform">Scale on which survival is taken to be normal.</param>
    public Interval Limits(double confidence, IntervalTransform transform) =>
        SurvivalLimits.Of(Survival, GreenwoodSum, Probability.Normal.TwoSidedCriticalValue(confidence), transform);
}
