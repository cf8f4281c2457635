using System.Text;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>What is noted of a submission, once its first job is there and once its second is. The room for both is taken before there is any: a job that is queued and not noted would be submitted again.</summary>
internal sealed class SubmissionNotes : IDisposable
{
    // More digits than the number of a job has.
    private static readonly string LongestJob = new('9', 20);

    private readonly ClusterSubmission _submission;
    private readonly ReservedFile _first;
    private readonly ReservedFile _second;

    /// <summary>Takes the room.</summary>
    /// <param name="path">Where it is noted.</param>
    /// <param name="submission">What is submitted, without the numbers of jobs.</param>
    /// <exception cref="IOException">There is no room.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public SubmissionNotes(string path, ClusterSubmission submission)
    {
        _submission = submission;
        byte[] longest = BytesOf(submission with { ArrayJob = LongestJob, MergeJob = LongestJob });
        _first = ReservedFile.Take(path, "partial", longest);
        try
        {
            _second = ReservedFile.Take(path, "partial-merge", longest);
        }
        catch
        {
            _first.Dispose();
            throw;
        }
    }

    /// <summary>Notes the job that runs the shards.</summary>
    /// <exception cref="UserInputException">It cannot be noted; says how to end the job.</exception>
    public void Write(string array) => Write(_first, _submission with { ArrayJob = array }, array);

    /// <summary>Notes both jobs.</summary>
    /// <exception cref="UserInputException">They cannot be noted; says how to end them.</exception>
    public void Write(string array, string merge) => Write(_second, _submission with { ArrayJob = array, MergeJob = merge }, array, merge);

    /// <summary>Gives back the room that was not needed.</summary>
    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private static void Write(ReservedFile file, ClusterSubmission submission, params ReadOnlySpan<string> jobs)
    {
        try
        {
            file.Write(BytesOf(submission));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            (string queued, string them) = jobs.Length == 1 ? ($"Job {jobs[0]} is", "it") : ($"Jobs {string.Join(" and ", jobs)} are", "them");
            throw new UserInputException(
                $"{queued} submitted, and that cannot be noted: {cause.Message} Submitted again, all would be done twice. End {them} before that: scancel {string.Join(' ', jobs)}");
        }
    }

    private static byte[] BytesOf(ClusterSubmission submission) => Encoding.UTF8.GetBytes(ResultsJson.Of(submission));
}
