using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Truth;

/// <summary>Arrivals over time.</summary>
/// <param name="Pattern">How they fall around the rate.</param>
/// <param name="Rate">Patients a day over trial time, written as a piecewise constant intensity: its <c>Cumulative</c> is the planned number by a day.</param>
public sealed record Accrual(AccrualPattern Pattern, PiecewiseExponentialHazard Rate);
