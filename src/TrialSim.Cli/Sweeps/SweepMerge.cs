using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Makes of the shards of a sweep the results that the sweep would have given at once.</summary>
internal static class SweepMerge
{
    /// <param name="folder">A results folder that holds shards of a sweep.</param>
    /// <param name="limit">Whether what is absurd is refused.</param>
    /// <param name="streams">Where to print its tables.</param>
    public static int Run(string folder, CostLimit limit, TerminalStreams streams)
    {
        IReadOnlyList<PieceLog> logs = ShardFolder.Of(folder, ShardMerge.Option).ReadCells();
        ShardMerge.RefuseDifferent([.. logs.Select(log => (log.Path, log.Header))]);
        SweepSubject subject = SweepSubject.Of(logs[0].Header);
        ShardMerge.RefuseFaults(CellCoverage.FaultsOf(logs, subject.Sweep.Count));
        CostCheck.Require(RunCost.OfMergingCells(subject.Trial, subject.Sweep.Count), 1, folder, limit);
        using ResultsDraft draft = ResultsDraft.Open(folder, ShardMerge.Option, EarlierWork.ShardsKept);
        SweepReport.Write(subject, new SweepLog([.. logs]), draft, LogKeeping.Removed, streams); // The shards stay.
        return ExitCode.Done;
    }
}
