using TrialSim.Engine.MonteCarlo;

namespace TrialSim.Results.Shards;

/// <summary>What the finished work in a log is of: enough to go on with it, and to make the results from it alone.</summary>
/// <param name="Run">What is run; its replicates are those that a replicate log is to hold in the end.</param>
/// <param name="Part">What the log holds.</param>
/// <param name="Shard">Which part of the whole.</param>
/// <param name="ResolvedScenario">The text of <c>resolved.yaml</c>.</param>
/// <param name="Scenario">The bytes of <c>scenario.yaml</c>.</param>
public sealed record LogHeader(Manifest Run, LogPart Part, ShardNumber Shard, string ResolvedScenario, byte[] Scenario)
{
    /// <summary>The replicates that a replicate log is to hold in the end.</summary>
    internal ReplicateRange Range => new((uint)Run.FirstReplicate, (uint)Run.Replicates);
}
