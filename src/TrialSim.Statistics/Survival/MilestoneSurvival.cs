namespace TrialSim.Statistics.Survival;

/// <summary>Probability of being without the event at a given day, as a Kaplan–Meier curve shows it.</summary>
/// <param name="Survival">From 0 to 1.</param>
/// <param name="StandardError">Greenwood's; 0 where survival is 1 or 0.</param>
/// <param name="Lower">Lower pointwise limit, within 0 and 1.</param>
/// <param name="Upper">Upper pointwise limit, within 0 and 1.</param>
/// <param name="Reason">
/// <see cref="NotEstimable.NotReached"/> when nobody was followed that far and the last patient left without the event; all numbers
/// are then 0.
/// </param>
public readonly record struct MilestoneSurvival(double Survival, double StandardError, double Lower, double Upper, NotEstimable Reason)
{
    /// <summary>Whether the curve reaches the milestone.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;
}
