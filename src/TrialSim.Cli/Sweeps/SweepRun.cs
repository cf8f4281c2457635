using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Runs a sweep, or goes on with one, and writes its results.</summary>
internal static class SweepRun
{
    public static int Run(SweepSubject subject, SweepOptions options, TerminalStreams streams, CancellationToken cancellation)
    {
        if (options.Start == RunStart.Anew)
        {
            Require(subject.Check(options.Threads, cancellation)); // Before what an earlier sweep has finished is removed.
        }

        using ResultsDraft draft = ResultsDraft.Open(options.FolderOf(subject.Trial.Name), "--out", EarlierWork.LogsKept);
        LogHeader header = subject.HeaderOf(ShardNumber.Whole);
        Resumption.Prepare(draft, header, subject.Sweep.Count, options.Start, streams);
        using PieceLog pieces = PieceLog.TryOpen(draft.PathOf(LogPart.Cells), out PieceLog earlier) ? earlier : PieceLog.Begin(draft.PathOf(LogPart.Cells), header);
        SweepLog log = new(pieces);
        int[] missing = [.. Enumerable.Range(1, subject.Sweep.Count).Where(number => !log.Contains(number))];
        if (options.Start == RunStart.GoesOn)
        {
            Require(subject.Check(missing, options.Threads, cancellation).And(RunCost.OfMergingCells(subject.Trial, subject.Sweep.Count - missing.Length)));
        }

        TimeSpan elapsed = SweepSimulation.Run(subject, missing, log, options.Threads, streams, cancellation);
        int done = pieces.Numbers.Count;
        if (done < subject.Sweep.Count)
        {
            streams.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Stopped after {done:N0} of {subject.Sweep.Count:N0} cells. {(done == 0 ? "Nothing was written." : $"They are kept; run the same command with {RunCommand.Resume} to go on.")}"));
            return ExitCode.Cancelled;
        }

        pieces.Close();
        SweepReport.Write(subject, log, draft, options.Log, streams);
        streams.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{missing.Length:N0} {(missing.Length == 1 ? "cell" : "cells")} in {elapsed.TotalSeconds:N1} s (kernel {subject.Manifest.Kernel}, seed {subject.Trial.Run.Seed})."));
        return ExitCode.Done;

        void Require(RunCost cost) => CostCheck.Require(cost, options.Threads, options.FolderOf(subject.Trial.Name), options.Cost);
    }
}
