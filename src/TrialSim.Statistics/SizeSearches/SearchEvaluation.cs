using System.Collections.Immutable;

namespace TrialSim.Statistics.SizeSearches;

/// <summary>Replicates of one size, no others among them.</summary>
/// <param name="Size">In steps of the search.</param>
/// <param name="Replicates">How many, 1 or more.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="Figures">What they say of each target's characteristic; null where they say nothing, as of a time that none of them reaches.</param>
public sealed record SearchEvaluation(long Size, long Replicates, SearchPurpose Purpose, ImmutableArray<SearchFigure?> Figures);
