using TrialSim.Statistics.Hazards;

namespace TrialSim.Statistics.Reconstruction;

/// <summary>Two Weibulls of one shape, proportional hazards, that are expected to show the reported figures.</summary>
/// <param name="Control">Of the control arm.</param>
/// <param name="Experimental">Of the experimental arm.</param>
/// <param name="ExpectedChiSquare">Squared expected Z of the log-rank under the two.</param>
/// <param name="ExpectedEventsControl">Within the follow-up.</param>
/// <param name="ExpectedEventsExperimental">Within the follow-up.</param>
/// <param name="Reason">
/// <see cref="NotEstimable.NotReached"/> when no shape from 0.05 to 50 gives that chi-square; the curves are then exponential, and the expected
/// figures theirs.
/// </param>
public sealed record TwoArmFit(
    WeibullHazard Control,
    WeibullHazard Experimental,
    double ExpectedChiSquare,
    double ExpectedEventsControl,
    double ExpectedEventsExperimental,
    NotEstimable Reason)
{
    /// <summary>Whether the figures can be met.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Experimental over control, the same on every day; below 1 the experimental arm does better.</summary>
    public double HazardRatio => Math.Pow(Control.ScaleDays / Experimental.ScaleDays, Control.Shape);
}
