using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>How far one shard has come.</summary>
/// <param name="Number">Which one.</param>
/// <param name="State">Whether it is complete, and if not, whether somebody is at it.</param>
/// <param name="Finished">Its replicates that are finished, with a run under the null hypothesis of both together; of a sweep its cells.</param>
/// <param name="Wanted">How many those are to be.</param>
/// <param name="Written">When it was last written to, in universal time; the earliest time where it was not.</param>
/// <param name="Fault">What is wrong with a damaged one, and what to do; empty otherwise.</param>
internal sealed record ShardProgress(ShardNumber Number, ShardState State, long Finished, long Wanted, DateTime Written, string Fault);
