using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Runs;

/// <summary>Finds what an earlier attempt at the same run has finished.</summary>
internal static class Resumption
{
    /// <summary>Leaves in the draft the replicate logs that the run goes on with, if it is to go on and there are any, and says so.</summary>
    /// <param name="draft">The draft, with what a killed run has left in it.</param>
    /// <param name="subject">What is run.</param>
    /// <param name="start">Whether it goes on.</param>
    /// <param name="streams">Where to say it.</param>
    /// <exception cref="UserInputException">What is there is of another run.</exception>
    public static void Prepare(ResultsDraft draft, RunSubject subject, RunStart start, TerminalStreams streams)
    {
        string[] folders = [.. draft.FoldersWithLogs];
        if (start == RunStart.Anew)
        {
            if (folders.Length > 0)
            {
                streams.Error.WriteLine($"Replicates of an earlier run are kept for these results; {RunCommand.Resume} would go on with them. This run starts from the beginning.");
            }

            draft.StartAnew();
            return;
        }

        (string Folder, ReplicateLog Log)[] found = [.. folders.SelectMany(Opened)];
        if (found.Length == 0)
        {
            streams.Error.WriteLine("There is nothing to resume: no replicates are kept for these results. The run starts from the beginning.");
            draft.StartAnew();
            return;
        }

        LogHeader asked = subject.HeaderOf(LogPart.Trial, ShardNumber.Whole);
        (string Folder, ReplicateLog Log)[] ours = [.. found.Where(entry => RunDifferences.BesideReplicates(entry.Log.Header, asked).Count == 0)];
        if (ours.Length == 0)
        {
            throw new UserInputException(
                $"{RunCommand.Resume}: the replicates that are kept for these results are of another run.\n{string.Join('\n', RunDifferences.BesideReplicates(found[0].Log.Header, asked))}\n"
                + $"Run it as it was, or without {RunCommand.Resume} to start from the beginning, or name another folder with --out.");
        }

        (string folder, ReplicateLog log) = ours.MaxBy(entry => entry.Log.Replicates);
        draft.GoOnFrom(folder, ours.Select(entry => entry.Folder));
        long wanted = subject.Trial.Run.Replicates;
        streams.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(log.Replicates, wanted):N0} of {wanted:N0} replicates are there."));
    }

    private static IEnumerable<(string Folder, ReplicateLog Log)> Opened(string folder) =>
        ReplicateLog.TryOpen(Path.Combine(folder, ResultsFiles.ReplicateLog), out ReplicateLog log) ? [(folder, log)] : [];
}
