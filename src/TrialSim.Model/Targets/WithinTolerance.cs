namespace TrialSim.Model.Targets;

/// <summary>The simulated figure lies no further from the reported one than this.</summary>
/// <param name="Distance">The tolerance, in the unit of the reported figure, 0 or more.</param>
public sealed record WithinTolerance(double Distance) : TargetCriterion;
