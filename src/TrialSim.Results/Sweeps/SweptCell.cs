using System.Collections.Immutable;

namespace TrialSim.Results.Sweeps;

/// <summary>A cell of a sweep as it is shown.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Levels">The index of its level in <see cref="SweepFactor.Levels"/> of each factor; −1 where that level is not shown.</param>
/// <param name="Figures">Each of <see cref="SweepSummary.Figures"/>; null where the cell has none.</param>
public sealed record SweptCell(CellPlace Place, ImmutableArray<int> Levels, ImmutableArray<OperatingCharacteristic?> Figures);
