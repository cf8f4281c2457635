using TrialSim.Charts.Specs;

namespace TrialSim.Charts;

/// <summary>A proportion of each arm with its interval.</summary>
/// <param name="Estimates">A proportion from 0 to 1 for each arm, the control first; 1 or more.</param>
/// <param name="Response">What counts as a response.</param>
/// <param name="Confidence">Confidence of the intervals.</param>
public sealed record ProportionPicture(IReadOnlyList<ArmEstimate> Estimates, string Response, double Confidence) : PatientPicture
{
    internal override Chart ChartOf(string data) => ProportionChart.Of(data, this);
}
