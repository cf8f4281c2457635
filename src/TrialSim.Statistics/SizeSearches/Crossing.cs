namespace TrialSim.Statistics.SizeSearches;

/// <summary>Where a characteristic passes its bound.</summary>
/// <param name="Target">Index of the target.</param>
/// <param name="Side">Which sizes it allows.</param>
/// <param name="Size">In steps, not rounded.</param>
/// <param name="Interval">The 95 % interval by Fieller's theorem; null while the curve may still be flat.</param>
/// <param name="Fit">The curve near it.</param>
/// <param name="Reach">How far from it, as a share of it, the curve was found straight enough; replicates are spent there.</param>
/// <param name="Kept">The smallest and the largest size on the slope that it lies on.</param>
/// <param name="FallsFrom">The first size beyond them that is farther from the bound again, as that of a trial whose events do not come; null where there is none.</param>
/// <param name="Evidence">Whether there is such a crossing for sure.</param>
/// <param name="Neighbours">Whether sizes as near as that have been looked at.</param>
public sealed record Crossing(int Target, CrossingSide Side, double Size, Interval? Interval, LocalFit Fit, double Reach, (long Smallest, long Largest) Kept, long? FallsFrom, CrossingEvidence Evidence, CrossingNeighbours Neighbours)
{
    /// <summary>Half the width of the interval; infinite without one.</summary>
    public double HalfWidth => Interval is Interval found ? 0.5 * (found.Upper - found.Lower) : double.PositiveInfinity;
}
