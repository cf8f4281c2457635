using TrialSim.Charts.Specs;
using TrialSim.Results.Data;

namespace TrialSim.Charts;

/// <summary>Kaplan–Meier curves with numbers at risk.</summary>
/// <param name="Curves">The curves, the control first; 1 or more.</param>
/// <param name="TimeUnit">What a unit of time is called; empty where nobody said.</param>
/// <param name="EventName">What the event is called.</param>
/// <param name="Confidence">Confidence of the bands.</param>
public sealed record SurvivalPicture(IReadOnlyList<PatientCurve> Curves, string TimeUnit, string EventName, double Confidence) : PatientPicture
{
    internal override Chart ChartOf(string data) => PatientSurvivalChart.Of(data, this);
}
