using TrialSim.Charts.Specs;

namespace TrialSim.Charts;

/// <summary>Means of each arm at each visit with their intervals.</summary>
/// <param name="Estimates">A mean for each arm and visit that has patients; 1 or more.</param>
/// <param name="Visits">Names of the visits, in order.</param>
/// <param name="Arms">Names of the arms, the control first.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Confidence">Confidence of the intervals.</param>
public sealed record VisitMeansPicture(
    IReadOnlyList<ArmEstimate> Estimates, IReadOnlyList<string> Visits, IReadOnlyList<string> Arms, string Value, double Confidence) : PatientPicture
{
    internal override Chart ChartOf(string data) => VisitMeansChart.Of(data, this);
}
