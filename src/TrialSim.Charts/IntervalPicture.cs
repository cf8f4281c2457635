using TrialSim.Charts.Specs;
using TrialSim.Results.Data;

namespace TrialSim.Charts;

/// <summary>Turnbull curves of interval-censored times.</summary>
/// <param name="Curves">The curves, the control first; 1 or more.</param>
/// <param name="TimeUnit">What a unit of time is called; empty where nobody said.</param>
public sealed record IntervalPicture(IReadOnlyList<IntervalCurve> Curves, string TimeUnit) : PatientPicture
{
    internal override Chart ChartOf(string data) => IntervalSurvivalChart.Of(data, this);
}
