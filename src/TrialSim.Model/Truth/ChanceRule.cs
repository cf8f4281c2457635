using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>How large the risk at an occasion is.</summary>
/// <param name="If">The rule holds when any of these conjunctions does, over the true state.</param>
/// <param name="Probability">Probability that who has not had the event has it at the occasion, 0…1.</param>
public sealed record ChanceRule(ImmutableArray<StateMask> If, double Probability)
{
    /// <summary>
    /// The risk as a jump of the cumulative hazard, −ln(1 − p); +∞ for certain. It uses up the patient's threshold like any hazard, so that
    /// luck stays the patient's; hazard ratios do not multiply it.
    /// </summary>
    public double Jump { get; } = -Math.Log(1.0 - Probability);
}
