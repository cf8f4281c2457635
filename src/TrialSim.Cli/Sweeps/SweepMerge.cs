using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Makes of the shards of a sweep the results that the sweep would have given at once.</summary>
internal static class SweepMerge
{
    /// <summary>Whether a results folder holds shards of a sweep.</summary>
    public static bool HasShards(string folder) => Opened(folder, static logs => logs.Count > 0);

    public static int Run(string folder, TerminalStreams streams) => Opened(folder, logs =>
    {
        ShardMerge.RefuseDifferent([.. logs.Select(log => (log.Path, log.Header))]);
        SweepSubject subject = SweepSubject.Of(logs[0].Header);
        ShardMerge.RefuseFaults(CellCoverage.FaultsOf(logs, subject.Sweep.Count));
        using ResultsDraft draft = ResultsDraft.Open(folder, ShardMerge.Option, EarlierWork.ShardsKept);
        SweepReport.Write(subject, new SweepLog([.. logs]), draft, streams);
        return ExitCode.Done;
    });

    private static T Opened<T>(string folder, Func<IReadOnlyList<PieceLog>, T> use)
    {
        IReadOnlyList<PieceLog> logs = ShardFolder.Of(folder, ShardMerge.Option).ReadCells();
        try
        {
            return use(logs);
        }
        finally
        {
            foreach (PieceLog log in logs)
            {
                log.Dispose();
            }
        }
    }
}
