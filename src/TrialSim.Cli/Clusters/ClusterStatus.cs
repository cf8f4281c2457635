using System.Globalization;
using TrialSim.Cli.Terminal;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>Says how far the shards of a run or a sweep are, and what is to be done.</summary>
internal static class ClusterStatus
{
    private const int ShardsShown = 40;

    public static int Run(string results, TimeProvider clock, TerminalStreams streams)
    {
        ShardFolder folder = ShardFolder.Of(results, "trialsim cluster status <folder>");
        ClusterFolder cluster = new(folder.Results);
        bool isSubmitted = cluster.TryRead(out ClusterSubmission submission);
        IReadOnlyList<FinishedWork> logs = folder.SkimAll();
        if (!isSubmitted && logs.Count == 0)
        {
            throw new UserInputException($"There are no shards in '{results}', and nothing of it was submitted. 'trialsim cluster submit <scenario> --shards 64 --out {CommandText.Quoted(results)}' submits a run.");
        }

        int shards = isSubmitted ? submission.Shards : logs[0].Header.Shard.Of;
        ClusterWork? begun = logs.Count > 0 ? ClusterWork.Of(logs[0].Header) : null;
        Manifest run = begun?.Manifest ?? submission.Run;
        if (begun is not null && isSubmitted)
        {
            SubmissionDifferences.Refuse(run, submission.Run, results);
        }

        ShardStates states = begun is not null
            ? ShardStates.Of(folder, shards, begun, "Remove the files of one of the two.")
            : ShardStates.NoneOf(folder, shards, run, submission.Parts);
        bool isMerged = begun is not null && ResultsFiles.AreOf(folder.Results, run);

        PrintTotals(run, states, streams);
        PrintShards(run, states, clock.GetUtcNow().UtcDateTime, streams);
        PrintWhatToDo(new Advice(results, Path.Combine(results, ClusterWork.ResultOf(run)), cluster, isSubmitted ? submission : null), states, isMerged, streams);
        return ExitCode.Done;
    }

    private sealed record Advice(string Results, string First, ClusterFolder Cluster, ClusterSubmission? Submission);

    private static void PrintTotals(Manifest run, ShardStates states, TerminalStreams streams)
    {
        (ShardState State, string Words)[] kinds =
            [(ShardState.Complete, "complete"), (ShardState.Running, "being written"), (ShardState.Stopped, "begun and not being written"), (ShardState.Damaged, "damaged"), (ShardState.NotBegun, "not begun")];
        string counts = string.Join(", ", kinds.Select(kind => (kind.Words, Count: states.Shards.Count(shard => shard.State == kind.State))).Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Words}"));
        string ofBoth = states.Wanted > ClusterWork.CountOf(run) ? ", those under the null hypothesis counted," : "";
        streams.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Scenario}, seed {run.Seed}: {states.Finished:N0} of {states.Wanted:N0} {ClusterWork.ThingsOf(run)}{ofBoth} are finished ({Math.Floor(1000.0 * states.Finished / states.Wanted) / 10:0.0} %)."));
        streams.Out.WriteLine($"Of {states.Shards.Length} {(states.Shards.Length == 1 ? "shard" : "shards")}: {counts}.");
    }

    private static void PrintShards(Manifest run, ShardStates states, DateTime now, TerminalStreams streams)
    {
        ShardProgress[] open = [.. states.Shards.Where(shard => shard.State != ShardState.Complete)];
        TextTable table = new(["Shard", "State"], [run.Cells is null ? "Replicates" : "Cells", "Of"], ["Last written"]);
        foreach (ShardProgress shard in open.OrderByDescending(shard => shard.State).ThenBy(shard => shard.Number.Number).Take(ShardsShown))
        {
            table.Add(shard.Number.ToString(), WordOf(shard.State), Number(shard.Finished), Number(shard.Wanted), shard.Written > DateTime.MinValue ? $"{AgeOf(now - shard.Written)} ago" : "");
        }

        if (table.HasRows)
        {
            streams.Out.WriteLine();
            table.Write(streams.Out, streams.OutWidth);
        }

        if (open.Length > ShardsShown)
        {
            streams.Out.WriteLine($"and {open.Length - ShardsShown} more.");
        }
    }

    private static void PrintWhatToDo(Advice advice, ShardStates states, bool isMerged, TerminalStreams streams)
    {
        string folder = CommandText.Quoted(advice.Results);
        int[] missing = [.. states.Shards.Where(shard => shard.State is ShardState.NotBegun or ShardState.Stopped or ShardState.Damaged).Select(shard => shard.Number.Number)];
        streams.Out.WriteLine();
        foreach (ShardProgress shard in states.Shards.Where(shard => shard.State == ShardState.Damaged))
        {
            streams.Out.WriteLine(shard.Fault);
        }

        if (states.Finished == states.Wanted)
        {
            streams.Out.WriteLine(isMerged ? $"They are merged: {advice.First}" : $"They are not merged yet. Where no job is to do it: trialsim merge {folder}");
        }
        else if (missing.Length == 0)
        {
            streams.Out.WriteLine("All that is missing is being worked on.");
        }
        else if (advice.Submission is ClusterSubmission submission)
        {
            string jobs = submission.MergeJob.Length > 0 ? $"{submission.ArrayJob},{submission.MergeJob}" : submission.ArrayJob;
            streams.Out.WriteLine($"What is not begun may still wait its turn: squeue --jobs={jobs}");
            streams.Out.WriteLine("Where no job is left for it, submit it again, and the merger behind it; what is finished is not run again:");
            streams.Out.WriteLine($"  job=$({Sbatch.TextOf([$"--array={ShardArray.Of(missing)}"], advice.Cluster.ShardScript)})");
            streams.Out.WriteLine($"  sbatch --dependency=afterok:$job --kill-on-invalid-dep=yes {CommandText.Quoted(advice.Cluster.MergeScript)}");
        }
        else
        {
            streams.Out.WriteLine($"Run these with --shard: {ShardArray.Of(missing)}. Each goes on where it stopped. Then: trialsim merge {folder}");
        }
    }

    private static string WordOf(ShardState state) => state switch
    {
        ShardState.Running => "being written",
        ShardState.Stopped => "not being written",
        ShardState.NotBegun => "not begun",
        ShardState.Damaged => "damaged",
        _ => "complete",
    };

    private static string AgeOf(TimeSpan age) => age switch
    {
        { TotalMinutes: < 2 } => Amount(age.TotalSeconds, "s"),
        { TotalHours: < 2 } => Amount(age.TotalMinutes, "min"),
        { TotalDays: < 2 } => Amount(age.TotalHours, "h"),
        _ => Amount(age.TotalDays, "days"),
    };

    private static string Amount(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, Math.Floor(number)):0} {unit}");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
