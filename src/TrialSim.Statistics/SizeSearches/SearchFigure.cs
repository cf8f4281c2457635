namespace TrialSim.Statistics.SizeSearches;

/// <summary>What replicates say of a characteristic.</summary>
/// <param name="Value">The mean over replicates, or the share of them.</param>
/// <param name="StandardError">Of <paramref name="Value"/>; 0 for a share of none or all.</param>
/// <param name="Replicates">How many, 1 or more.</param>
public readonly record struct SearchFigure(double Value, double StandardError, long Replicates)
{
    /// <summary>The figure of the replicates of both together.</summary>
    public SearchFigure With(SearchFigure other)
    {
        double all = Replicates + other.Replicates;
        return new SearchFigure(
            ((Value * Replicates) + (other.Value * other.Replicates)) / all,
            double.Hypot(StandardError * Replicates, other.StandardError * other.Replicates) / all,
            Replicates + other.Replicates);
    }
}
