using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>As soon as one part holds.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AnyTrigger(ImmutableArray<LookTrigger> Parts) : LookTrigger;
