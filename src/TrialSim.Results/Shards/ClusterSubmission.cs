namespace TrialSim.Results.Shards;

/// <summary>What was submitted to the scheduler of a cluster: the text of <c>cluster/submission.json</c>.</summary>
/// <param name="Run">The run whose shards were submitted.</param>
/// <param name="Parts">How often each replicate is simulated: twice with a run under the null hypothesis.</param>
/// <param name="Shards">How many there are.</param>
/// <param name="ArrayJob">The scheduler's number of the job that runs the shards.</param>
/// <param name="MergeJob">Its number of the job that merges them; empty where that could not be submitted.</param>
public sealed record ClusterSubmission(Manifest Run, int Parts, int Shards, string ArrayJob, string MergeJob);
