using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>As soon as every part holds.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AllTriggers(ImmutableArray<LookTrigger> Parts) : LookTrigger;
