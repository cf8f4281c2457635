using TrialSim.Statistics.Hazards;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>What is assumed of one arm.</summary>
/// <param name="Event">Hazard of the event; several pieces for effects that come late.</param>
/// <param name="Dropout">Hazard of loss, which censors; independent of the event.</param>
/// <param name="Share">Share of arriving patients who go into this arm, above 0 and at most 1.</param>
public sealed record PlannedArm(PiecewiseExponentialHazard Event, PiecewiseExponentialHazard Dropout, double Share)
{
    /// <summary>Share of arriving patients who go into this arm.</summary>
    public double Share { get; } = Share == 1.0 ? 1.0 : Require.InsideUnitInterval(Share);

    /// <summary>Probability of being still observed and without the event.</summary>
    /// <param name="days">Since randomisation, 0 or above.</param>
    public double Observed(double days) => Math.Exp(-Event.Cumulative(days) - Dropout.Cumulative(days));
}
