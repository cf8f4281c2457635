using TrialSim.Cli.Costs;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Runs;

/// <summary>Makes of the shards of a run the results that the run would have given at once.</summary>
internal static class ShardMerge
{
    /// <summary>What names the folder on the command line.</summary>
    public const string Option = "trialsim merge <folder>";

    private const int FaultsShown = 20;

    public static int Run(string folder, CostLimit limit, TerminalStreams streams, CancellationToken cancellation)
    {
        IReadOnlyList<ReplicateLog> logs = ShardFolder.Of(folder, Option).ReadAll();
        RefuseDifferent([.. logs.Select(log => (log.Path, log.Header))]);
        RunSubject subject = RunSubject.Of(logs[0].Header);
        ReplicateLog[] ofTrial = [.. logs.Where(log => log.Header.Part == LogPart.Trial)];
        ReplicateLog[] ofNull = [.. logs.Where(log => log.Header.Part == LogPart.Null)];
        RefuseFaults(
        [
            .. ShardCoverage.FaultsOf(ofTrial, LogPart.Trial, subject.Trial.Run.Replicates),
            .. subject.Null is { Tests.IsEmpty: false } ? ShardCoverage.FaultsOf(ofNull, LogPart.Null, subject.Trial.Run.Replicates) : [],
        ]);

        CostCheck.Require(RunCost.OfMerging(subject.Trial, subject.Trial.Run.Replicates * (subject.Null is null ? 1 : 2)), 1, folder, limit);
        using ResultsDraft draft = ResultsDraft.Open(folder, Option, EarlierWork.ShardsKept);
        using RunRecorder recorder = new(draft, subject.Trial, CurvePlanner.Plan(subject.Trial, subject.Trial.Run.Seed));
        Replay(ofTrial, subject.Trial, recorder, cancellation);
        IReadOnlyList<OperatingCharacteristic> errors = [];
        if (subject.Null is { Tests.IsEmpty: false } nullTrial)
        {
            using NullRecorder nullRecorder = new(draft, nullTrial);
            Replay(ofNull, nullTrial.Trial, nullRecorder, cancellation);
            errors = nullRecorder.Finish();
        }

        RunSummary summary = RunReport.Write(subject, recorder.Replicates, draft, recorder, errors, Environment.ProcessorCount);
        string results = draft.Publish();
        PrintedResults.Print(results, () => RunReport.Print(subject, summary, results, streams));
        return ExitCode.Done;
    }

    private static void Replay(IEnumerable<ReplicateLog> logs, Trial trial, IReplicateSink recorder, CancellationToken cancellation)
    {
        foreach (ReplicateLog log in logs)
        {
            log.Replay(
                trial,
                log.Replicates,
                batch =>
                {
                    recorder.Prepare(batch);
                    recorder.Add(batch);
                    return true;
                },
                cancellation);
        }
    }

    /// <summary>Refuses logs that are not all of the same run or sweep.</summary>
    public static void RefuseDifferent(IReadOnlyList<(string Path, LogHeader Header)> logs)
    {
        foreach ((string path, LogHeader header) in logs)
        {
            if (RunDifferences.All(header, logs[0].Header) is { Count: > 0 } differences)
            {
                throw new UserInputException(
                    $"{Path.GetFileName(path)} is of another {(header.Part == LogPart.Cells ? "sweep" : "run")} than {Path.GetFileName(logs[0].Path)} ('here').\n{string.Join('\n', differences)}\nRemove the shards of one of them.");
            }
        }
    }

    /// <summary>Refuses shards that do not hold each thing once.</summary>
    /// <param name="faults">What is missing and what is there twice.</param>
    public static void RefuseFaults(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
        {
            string more = faults.Count > FaultsShown ? FormattableString.Invariant($"\nand {faults.Count - FaultsShown} more.") : "";
            throw new UserInputException($"The shards cannot be joined yet; nothing was written.\n{string.Join('\n', faults.Take(FaultsShown))}{more}");
        }
    }
}
