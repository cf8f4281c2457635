using System.Collections.Immutable;

namespace TrialSim.Results.Sweeps;

/// <summary>What a cell of a sweep has shown: all that tables and differences need.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Digest">Hash of its resolved scenario, lower-case hexadecimal.</param>
/// <param name="Seed">Key of its draws.</param>
/// <param name="Replicates">Its replicates.</param>
/// <param name="Figures">Its operating characteristics.</param>
public sealed record CellRecord(int Number, string Digest, ulong Seed, long Replicates, ImmutableArray<CellFigure> Figures);
