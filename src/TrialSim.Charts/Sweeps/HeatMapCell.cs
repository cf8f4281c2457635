using TrialSim.Results;

namespace TrialSim.Charts.Sweeps;

/// <summary>A field of a heat map.</summary>
/// <param name="Column">Index of the level along the horizontal axis.</param>
/// <param name="Row">Index of the level along the vertical axis.</param>
/// <param name="Value">The figure.</param>
/// <param name="Cells">Cells of the sweep that it is the mean of.</param>
internal sealed record HeatMapCell(int Column, int Row, double Value, int Cells)
{
    /// <summary>Number of the cell where it is one, and its row of the result file.</summary>
    public (int Number, OperatingCharacteristic Row)? Only { get; init; }
}
