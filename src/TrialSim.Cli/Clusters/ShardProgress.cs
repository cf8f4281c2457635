using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>How far one shard has come.</summary>
/// <param name="Number">Which one.</param>
/// <param name="State">Whether it is complete, and if not, whether somebody is at it.</param>
/// <param name="Replicates">Its replicates that are finished; with a run under the null hypothesis, of both together.</param>
/// <param name="Of">How many those are to be.</param>
/// <param name="Written">When it was last written to, in universal time; the earliest time where it was not.</param>
internal sealed record ShardProgress(ShardNumber Number, ShardState State, long Replicates, long Of, DateTime Written);
