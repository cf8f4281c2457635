using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Runs;

/// <summary>Finds what an earlier attempt at the same run, sweep or search has finished.</summary>
internal static class Resumption
{
    /// <summary>Leaves in the draft the logs that the run goes on with, if it is to go on and there are any, and says so.</summary>
    /// <param name="draft">The draft, with what a killed run has left in it.</param>
    /// <param name="asked">What is run.</param>
    /// <param name="wanted">Replicates, cells or evaluations that there will be in the end; null where that is not known yet.</param>
    /// <param name="start">Whether it goes on.</param>
    /// <param name="streams">Where to say it.</param>
    /// <exception cref="UserInputException">What is there is of another run.</exception>
    public static void Prepare(ResultsDraft draft, LogHeader asked, long? wanted, RunStart start, TerminalStreams streams)
    {
        RefuseOtherKinds(draft, asked.Part);
        (string pieces, string whole) = WordsOf(asked.Part);
        string[] folders = [.. draft.FoldersWith(asked.Part)];
        if (start == RunStart.Anew)
        {
            if (folders.Length > 0)
            {
                streams.Error.WriteLine($"{char.ToUpperInvariant(pieces[0])}{pieces[1..]} of an earlier {whole} are kept for these results; {RunCommand.Resume} would go on with them. This {whole} starts from the beginning.");
            }

            draft.StartAnew();
            return;
        }

        (string Folder, FinishedWork Work)[] found = [.. folders.SelectMany(folder => Opened(folder, asked.Part))];
        if (found.Length == 0)
        {
            streams.Error.WriteLine($"There is nothing to resume: no {pieces} are kept for these results. The {whole} starts from the beginning.");
            draft.StartAnew();
            return;
        }

        (string Folder, FinishedWork Work)[] ours = [.. found.Where(entry => RunDifferences.WhenGoingOn(entry.Work.Header, asked).Count == 0)];
        if (ours.Length == 0)
        {
            throw new UserInputException(
                $"{RunCommand.Resume}: the {pieces} that are kept for these results are of another {whole}.\n{string.Join('\n', RunDifferences.WhenGoingOn(found[0].Work.Header, asked))}\n"
                + $"Run it as it was, or without {RunCommand.Resume} to start from the beginning, or name another folder with --out.");
        }

        (string chosen, FinishedWork work) = ours.MaxBy(entry => entry.Work.Count);
        draft.GoOnFrom(chosen, ours.Select(entry => entry.Folder));
        streams.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(wanted is long all ? $"{Math.Min(work.Count, all):N0} of {all:N0}" : $"{work.Count:N0}")} {(wanted is null && work.Count == 1 ? $"{pieces[..^1]} is" : $"{pieces} are")} there."));
    }

    /// <summary>How much of a part the logs hold that a run could go on with, without reading all of them.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="part">What the logs hold.</param>
    public static long CountIn(ResultsDraft draft, LogPart part) =>
        draft.FoldersWith(part).Max(folder => (long?)(FinishedWork.TrySkim(Path.Combine(folder, ResultsFiles.LogOf(part)), out FinishedWork work) ? work.Count : 0)) ?? 0;

    // What is finished of one kind of work would be lost to another that knows nothing of it.
    private static void RefuseOtherKinds(ResultsDraft draft, LogPart part)
    {
        foreach (LogPart other in new[] { LogPart.Trial, LogPart.Cells, LogPart.Evaluations }.Where(other => other != part))
        {
            if (draft.FoldersWith(other) is [string folder, ..])
            {
                (string pieces, string whole) = WordsOf(other);
                throw new UserInputException(
                    $"{char.ToUpperInvariant(pieces[0])}{pieces[1..]} of a {whole} are kept in '{Path.GetFileName(folder)}', and would be lost. Go on with the {whole} by {RunCommand.Resume}, remove that folder, or name another one with --out.");
            }
        }
    }

    private static (string Pieces, string Whole) WordsOf(LogPart part) => part switch
    {
        LogPart.Cells => ("cells", "sweep"),
        LogPart.Evaluations => ("evaluations", "search"),
        _ => ("replicates", "run"),
    };

    private static IEnumerable<(string Folder, FinishedWork Work)> Opened(string folder, LogPart part) =>
        FinishedWork.TryRead(Path.Combine(folder, ResultsFiles.LogOf(part)), out FinishedWork work) ? [(folder, work)] : [];
}
