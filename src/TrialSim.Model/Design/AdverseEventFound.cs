using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>That one of these adverse events has been seen with a grade or a higher one.</summary>
/// <param name="Events">Indices of the clinical events, all of which have grades.</param>
/// <param name="Grade">Lowest grade that counts, 1…5.</param>
public sealed record AdverseEventFound(ImmutableArray<int> Events, int Grade) : Finding;
