namespace TrialSim.Charts;

/// <summary>Curves of an arm and what they were fitted to: one chart.</summary>
/// <param name="Arm">The arm; empty for all patients.</param>
/// <param name="Kind">What was observed.</param>
/// <param name="ObservedName">What the legend calls it.</param>
/// <param name="Observed">By ascending time.</param>
/// <param name="Families">The best first.</param>
/// <param name="LastTime">End of what was observed; from there on the curves are extrapolated, and dashed.</param>
/// <param name="Horizon">End of the chart, at least <paramref name="LastTime"/> and above 0.</param>
public sealed record FittedCurves(
    string Arm,
    ObservedKind Kind,
    string ObservedName,
    IReadOnlyList<ObservedPoint> Observed,
    IReadOnlyList<FittedFamily> Families,
    double LastTime,
    double Horizon);
