using System.Text;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>The folder <c>cluster</c> of a results folder: the scenario, the scripts and what they print. Nothing else has to reach the nodes.</summary>
/// <param name="Results">The whole path of the results folder.</param>
internal sealed record ClusterFolder(string Results)
{
    /// <summary>Whole path of the copy of the scenario.</summary>
    public string Scenario => PathOf(ResultsFiles.Scenario);

    /// <summary>Whole path of the script of the shards.</summary>
    public string ShardScript => PathOf("shards.sh");

    /// <summary>Whole path of the script that merges them.</summary>
    public string MergeScript => PathOf("merge.sh");

    /// <summary>Where the jobs of the shards print, in the words of Slurm: a file for each.</summary>
    public string ShardOutput => OutputOf("shard-%a.txt");

    /// <summary>Where the job that merges prints.</summary>
    public string MergeOutput => OutputOf("merge.txt");

    private string Submission => PathOf("submission.json");

    /// <summary>Writes what the jobs need, and the empty folder of their shards, which keeps other runs from these results.</summary>
    /// <returns>Where the jobs are noted, once there are any.</returns>
    /// <exception cref="ResultsFolderException">It cannot be written.</exception>
    public SubmissionNotes Write(byte[] scenario, ClusterScripts scripts, ClusterSubmission submission) => Guarded(() =>
    {
        Directory.CreateDirectory(Path.Combine(Results, ResultsFiles.Shards));
        Directory.CreateDirectory(Path.Combine(Results, ResultsFiles.Cluster));
        File.Delete(Submission);
        OutputFile.Replace(Scenario, scenario);
        OutputFile.Replace(ShardScript, Encoding.UTF8.GetBytes(scripts.Shards));
        OutputFile.Replace(MergeScript, Encoding.UTF8.GetBytes(scripts.Merge));
        return new SubmissionNotes(Submission, submission);
    });

    /// <summary>The jobs that were submitted for these results before, as <c>scancel</c> takes them; empty where there are none.</summary>
    public string JobsBefore()
    {
        try
        {
            return TryRead(out ClusterSubmission before) ? string.Join(' ', new[] { before.ArrayJob, before.MergeJob }.Where(job => job.Length > 0)) : "";
        }
        catch (ResultsFolderException)
        {
            return ""; // What cannot be read is about to be replaced.
        }
    }

    /// <summary>What was submitted; false where nothing was.</summary>
    /// <exception cref="ResultsFolderException">It cannot be read.</exception>
    public bool TryRead(out ClusterSubmission submission)
    {
        submission = null!;
        if (!File.Exists(Submission))
        {
            return false;
        }

        submission = ResultsJson.ReadSubmission(Submission);
        return true;
    }

    private string PathOf(string name) => Path.Combine(Results, ResultsFiles.Cluster, name);

    private string OutputOf(string name) => Path.Combine(Results.Replace("%", "%%", StringComparison.Ordinal), ResultsFiles.Cluster, name);

    private T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"What is submitted cannot be written to '{Results}': {cause.Message} Name another folder with --out.", cause);
        }
    }
}
