using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>Submits the shards of a run to Slurm, and the job that merges them.</summary>
internal static class ClusterSubmit
{
    public static int Run(ScenarioFile file, RunOptions options, IReadOnlyList<string> runOptions, int shards, SlurmRequest request, Submission submission, TerminalStreams streams)
    {
        RunSubject subject = RunSubject.Of(file, options);
        ShardRun.RefuseMoreThan(subject.Trial.Run.Replicates, "replicates", shards, "--shards");
        string results = options.FolderOf(subject.Trial.Name);
        ShardFolder folder = ShardFolder.Of(results, "--out");
        ShardStates states = ShardStates.Of(folder, shards, subject);
        int[] missing = [.. states.Shards.Where(shard => shard.State != ShardState.Complete).Select(shard => shard.Number.Number)];
        if (missing.Length == 0)
        {
            streams.Out.WriteLine($"All {shards} shards are complete; there is nothing to submit. Make results of them: trialsim merge {CommandText.Quoted(results)}");
            return ExitCode.Done;
        }

        ClusterFolder cluster = new(folder.Results);
        ClusterScripts scripts = ClusterScripts.Of(subject.Trial.Name, cluster, ProgramWords.OfThis(), runOptions, shards, missing, request);
        if (submission == Submission.Shown)
        {
            Show(cluster, scripts, streams);
            return ExitCode.Done;
        }

        Sbatch.Require();
        cluster.Write(file.Content, scripts);
        string array = Sbatch.Submit([], cluster.ShardScript);
        ClusterSubmission submitted = new(subject.ManifestOf(subject.Trial.Run.Replicates, subject.Trial.Run.Replicates), shards, array, MergeJob: "");
        cluster.Write(submitted);
        string merge = Sbatch.Submit(Sbatch.After(array), cluster.MergeScript);
        cluster.Write(submitted with { MergeJob = merge });
        streams.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Job {array}: {Shards(missing.Length, shards)} of {subject.Trial.Run.Replicates:N0} replicates of {subject.Trial.Name}. Job {merge}: the merger, once all of them have ended well."));
        streams.Out.WriteLine($"Progress: trialsim cluster status {CommandText.Quoted(results)}");
        return ExitCode.Done;
    }

    private static string Shards(int missing, int shards) => missing == shards ? $"{shards} shards" : $"the {missing} of {shards} shards that are not complete,";

    private static void Show(ClusterFolder cluster, ClusterScripts scripts, TerminalStreams streams)
    {
        streams.Out.WriteLine($"# {cluster.ShardScript}, submitted by: {Sbatch.TextOf([], cluster.ShardScript)}");
        streams.Out.WriteLine(scripts.Shards);
        streams.Out.WriteLine($"# {cluster.MergeScript}, submitted by: {Sbatch.TextOf(Sbatch.After("<job>"), cluster.MergeScript)}");
        streams.Out.Write(scripts.Merge);
        streams.Error.WriteLine("Nothing was written and nothing was submitted.");
    }
}
