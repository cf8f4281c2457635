using System.Collections.Immutable;

namespace TrialSim.Results.Sweeps;

/// <summary>An operating characteristic of a cell, and what it is the mean of.</summary>
/// <param name="Row">The operating characteristic.</param>
/// <param name="Series">
/// What each of the first replicates has shown, at most <see cref="CellRecorder.MostInSeries"/>; of a ratio its logarithm; NaN for a replicate without it. Empty where the row is no mean over replicates.
/// </param>
public sealed record CellFigure(OperatingCharacteristic Row, ImmutableArray<float> Series);
