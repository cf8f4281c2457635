using System.Globalization;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Shards;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Runs one shard of a sweep, consecutive cells, or what is missing of it, and leaves nothing but its log.</summary>
internal static class SweepShardRun
{
    public static int Run(SweepSubject subject, ShardNumber shard, SweepOptions options, TerminalStreams streams, CancellationToken cancellation)
    {
        ShardRun.RefuseMoreThan(subject.Sweep.Count, "cells", shard.Of, "--shard");
        ShardRun.RefuseKeptLog(options.Log);
        ShardFolder folder = ShardFolder.Of(options.FolderOf(subject.Trial.Name), "--out");
        using IDisposable held = ShardRun.Lock(folder, shard, streams, cancellation);
        LogHeader header = subject.HeaderOf(shard);
        ShardRun.RefuseOtherShards(folder, header);
        string path = folder.PathOf(shard, LogPart.Cells);
        string shown = folder.ShownPathOf(shard, LogPart.Cells);
        using PieceLog pieces = PieceLog.TryOpen(path, out PieceLog earlier) ? earlier : PieceLog.Begin(path, header);
        if (pieces.Header.Shard != shard)
        {
            throw new UserInputException($"{shown} holds shard {pieces.Header.Shard}, and not {shard}. Give the file its name back, or remove it.");
        }

        if (RunDifferences.WhenGoingOn(pieces.Header, header) is { Count: > 0 } differences)
        {
            throw new UserInputException($"{shown} is of another sweep.\n{string.Join('\n', differences)}\nRun it as it was, remove the file, or name another folder with --out.");
        }

        SweepLog log = new(pieces);
        ReplicateRange range = shard.RangeOf(subject.Sweep.Count);
        int[] missing = [.. Enumerable.Range((int)range.First, (int)range.Count).Where(number => !log.Contains(number))];
        CostCheck.Require(subject.Check(missing, options.Threads, cancellation), options.Threads, options.FolderOf(subject.Trial.Name), options.Cost);
        SweepSimulation.Run(subject, missing, log, options.Threads, streams, cancellation);
        int there = pieces.Numbers.Count;
        ShardRun.RefuseLost(path, shown, there);
        bool isComplete = there == range.Count;
        string cells = string.Create(CultureInfo.InvariantCulture, $"cells {range.First:N0}–{range.First + range.Count - 1:N0} are");
        streams.Out.WriteLine(isComplete
            ? $"Shard {shard}: complete, {cells} in {shown}"
            : string.Create(CultureInfo.InvariantCulture, $"Shard {shard}: not complete, {there:N0} of {range.Count:N0} cells are in {shown}"));
        if (!isComplete)
        {
            streams.Error.WriteLine("Stopped. What is finished is kept; the same command goes on with it.");
        }

        return isComplete ? ExitCode.Done : ExitCode.Cancelled;
    }
}
