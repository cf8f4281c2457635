using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Truth;

/// <summary>Arrivals over time.</summary>
/// <param name="Pattern">How they fall around the rate.</param>
/// <param name="Rate">
/// Patients a day over trial time, written as a piecewise constant intensity: its <c>Cumulative</c> is the planned number by a day. With <see cref="AccrualBasis.EachSite"/>
/// that of a site, over the time since it opened.
/// </param>
public sealed record Accrual(AccrualPattern Pattern, PiecewiseExponentialHazard Rate)
{
    /// <summary>Whose rate it is.</summary>
    public AccrualBasis Basis { get; init; }

    /// <summary>The trial day after which nobody is enrolled, whatever the number by then; +∞ for none.</summary>
    public double UntilDay { get; init; } = double.PositiveInfinity;
}
