namespace TrialSim.Statistics.Survival;

/// <summary>The day by which a share of patients has had the event, as a Kaplan–Meier curve shows it.</summary>
/// <param name="Days">+∞ when the curve does not come down that far.</param>
/// <param name="Lower">Lower limit of the Brookmeyer–Crowley interval; +∞ when not reached. May be finite while <paramref name="Days"/> is not.</param>
/// <param name="Upper">Upper limit; +∞ when not reached, which is common and no fault of the estimate.</param>
/// <param name="Reason">
/// <see cref="NotEstimable.NotReached"/> when <paramref name="Days"/> is +∞; <see cref="NotEstimable.NoPatients"/> when there is no curve, and all
/// three numbers are 0.
/// </param>
public readonly record struct SurvivalQuantile(double Days, double Lower, double Upper, NotEstimable Reason)
{
    /// <summary>Whether the curve comes down that far; says nothing about the limits.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;
}
