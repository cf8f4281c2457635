namespace TrialSim.Results.Sweeps;

/// <summary>A level of what a sweep varies.</summary>
/// <param name="Label">Its value or values, as a scenario would have them; of a sample the range of a group of them.</param>
/// <param name="Position">Its place on an axis, in the unit of the factor; null where it is no number and no duration.</param>
public sealed record FactorLevel(string Label, double? Position);
