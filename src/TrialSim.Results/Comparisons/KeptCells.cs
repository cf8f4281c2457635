using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Results.Sweeps;

namespace TrialSim.Results.Comparisons;

/// <summary>What single replicates of a sweep have shown, where that was kept with its results: in the log of its cells, or in the shards that it was merged from.</summary>
internal static class KeptCells
{
    /// <summary>Opens the logs; cells are read from them one at a time.</summary>
    /// <param name="sweep">The results of a sweep.</param>
    /// <param name="log">All its cells.</param>
    /// <returns>False where there are no logs of these very results, or not of all cells.</returns>
    /// <exception cref="ResultsFolderException">A log is damaged or cannot be read.</exception>
    public static bool TryOpen(ComparedResults sweep, out SweepLog log)
    {
        IReadOnlyList<PieceLog> found = PieceLog.TryOpen(sweep.PathOf(ResultsFiles.CellLog), out PieceLog whole) ? [whole] : ShardFolder.ToRead(sweep.Folder).ReadCells();
        string manifest = ResultsJson.Of(sweep.Manifest);
        log = new SweepLog([.. found.Where(part => part.Header.Part == LogPart.Cells && ResultsJson.Of(part.Header.Run) == manifest)]);
        return Enumerable.Range(1, sweep.Manifest.Cells ?? 0).All(log.Contains);
    }
}
