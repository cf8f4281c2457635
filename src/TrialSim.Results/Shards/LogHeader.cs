using TrialSim.Engine.MonteCarlo;

namespace TrialSim.Results.Shards;

/// <summary>What the replicates of a log are of: enough to go on with them, and to make the results of the run from them alone.</summary>
/// <param name="Run">What is run; its replicates are those that the log is to hold in the end.</param>
/// <param name="Part">Which trial they are of.</param>
/// <param name="Shard">Which part of the run's replicates.</param>
/// <param name="ResolvedScenario">The text of <c>resolved.yaml</c>.</param>
/// <param name="Scenario">The bytes of <c>scenario.yaml</c>.</param>
public sealed record ReplicateLogHeader(Manifest Run, LogPart Part, ShardNumber Shard, string ResolvedScenario, byte[] Scenario)
{
    /// <summary>The replicates that the log is to hold in the end.</summary>
    internal ReplicateRange Range => new((uint)Run.FirstReplicate, (uint)Run.Replicates);
}
