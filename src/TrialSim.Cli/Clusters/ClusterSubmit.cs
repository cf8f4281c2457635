using System.Globalization;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>Submits the shards of a run or a sweep to Slurm, and the job that merges them.</summary>
internal static class ClusterSubmit
{
    /// <param name="work">What is done in shards.</param>
    /// <param name="content">The scenario's file.</param>
    /// <param name="results">The results folder.</param>
    /// <param name="options">Options of the command that does a shard, as a shell reads them.</param>
    /// <param name="shards">How many shards there are to be.</param>
    /// <param name="request">What a job asks for.</param>
    /// <param name="submission">What becomes of the scripts.</param>
    /// <param name="streams">Where to say it.</param>
    public static int Run(ClusterWork work, byte[] content, string results, IReadOnlyList<string> options, int shards, SlurmRequest request, Submission submission, TerminalStreams streams)
    {
        string things = ClusterWork.ThingsOf(work.Manifest);
        ShardRun.RefuseMoreThan(work.Count, things, shards, "--shards");
        ShardFolder folder = ShardFolder.Of(results, "--out");
        ShardStates states = ShardStates.Of(folder, shards, work, "Ask for what it is of, remove the file, or name another folder with --out.");
        if (states.Shards.FirstOrDefault(shard => shard.State == ShardState.Damaged) is { Fault: string fault })
        {
            throw new UserInputException(fault);
        }

        int[] missing = [.. states.Shards.Where(shard => shard.State != ShardState.Complete).Select(shard => shard.Number.Number)];
        if (missing.Length == 0)
        {
            streams.Out.WriteLine($"All {shards} shards are complete; there is nothing to submit. Make results of them: trialsim merge {CommandText.Quoted(results)}");
            return ExitCode.Done;
        }

        ClusterFolder cluster = new(folder.Results);
        ClusterScripts scripts = ClusterScripts.Of(work, cluster, ProgramWords.OfThis(), options, shards, missing, request);
        if (submission == Submission.Shown)
        {
            Show(cluster, scripts, streams);
            return ExitCode.Done;
        }

        Sbatch.Require();
        string before = cluster.JobsBefore();
        using SubmissionNotes notes = cluster.Write(content, scripts, new ClusterSubmission(work.Manifest, work.Parts, shards, ArrayJob: "", MergeJob: ""));
        string array = Sbatch.Submit([], cluster.ShardScript);
        notes.Write(array);
        string merge = SubmitMerger(array, cluster, results);
        notes.Write(array, merge);
        string jobs = missing.Length == shards ? $"{shards} shards" : $"the {missing.Length} of {shards} shards that are not complete,";
        streams.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Job {array}: {jobs} of {work.Count:N0} {things} of {work.Manifest.Scenario}. Job {merge}: the merger, once all of them have ended well."));
        streams.Out.WriteLine($"Progress: trialsim cluster status {CommandText.Quoted(results)}");
        if (before.Length > 0)
        {
            streams.Error.WriteLine($"Jobs were submitted for these results before. What is left of them does the same work; end it with: scancel {before}");
        }

        return ExitCode.Done;
    }

    private static string SubmitMerger(string array, ClusterFolder cluster, string results)
    {
        try
        {
            return Sbatch.Submit(Sbatch.After(array), cluster.MergeScript);
        }
        catch (UserInputException refusal)
        {
            throw new UserInputException(
                $"{refusal.Message}\nJob {array}, which does the shards, is submitted. Once it has ended: trialsim merge {CommandText.Quoted(results)}. To end it now: scancel {array}");
        }
    }

    private static void Show(ClusterFolder cluster, ClusterScripts scripts, TerminalStreams streams)
    {
        streams.Out.WriteLine($"# {cluster.ShardScript}, submitted by: {Sbatch.TextOf([], cluster.ShardScript)}");
        streams.Out.Write(scripts.Shards);
        streams.Out.WriteLine();
        streams.Out.WriteLine($"# {cluster.MergeScript}, submitted by: {Sbatch.TextOf(Sbatch.After("<job>"), cluster.MergeScript)}");
        streams.Out.Write(scripts.Merge);
        streams.Error.WriteLine("Nothing was written and nothing was submitted.");
    }
}
