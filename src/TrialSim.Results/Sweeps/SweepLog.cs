using TrialSim.Results.Shards;

namespace TrialSim.Results.Sweeps;

/// <summary>The finished cells of a sweep in their log, one or several of them.</summary>
/// <param name="logs">The logs; each cell is in one of them.</param>
public sealed class SweepLog(params IReadOnlyList<PieceLog> logs)
{
    /// <summary>Whether a cell is there.</summary>
    public bool Contains(int number) => logs.Any(log => log.Contains((uint)number));

    /// <summary>Adds a finished cell to the first log; several threads may, at the same time.</summary>
    public void Add(CellRecord cell) => logs[0].Add((uint)cell.Number, CellRecordBytes.Of(cell));

    /// <summary>A cell that is there.</summary>
    public CellRecord Read(int number) => CellRecordBytes.Read(logs.First(log => log.Contains((uint)number)).Read((uint)number));
}
