namespace TrialSim.Charts;

/// <summary>A fitted curve.</summary>
/// <param name="Name">What the legend calls it; no two of a chart are the same.</param>
/// <param name="Note">What the legend says of it after its name, such as <c>AIC 133.84</c>; empty for nothing.</param>
/// <param name="Points">By ascending time, to the horizon of the chart.</param>
public sealed record FittedFamily(string Name, string Note, IReadOnlyList<FittedPoint> Points);
