namespace TrialSim.Statistics.SizeSearches;

/// <summary>A size that comes nearest to a target while sizes on both sides are farther from it.</summary>
/// <param name="Size">The size.</param>
/// <param name="Below">The last size below that is farther, and the next one that was looked at.</param>
/// <param name="Above">The last size above that may be as near, and the first that is farther.</param>
internal readonly record struct SearchTop(long Size, (long From, long To) Below, (long From, long To) Above);
