namespace TrialSim.Statistics.Probability;

/// <summary>A range of counts; see <see cref="Binomial.Band"/>.</summary>
/// <param name="Lowest">Smallest count inside.</param>
/// <param name="Highest">Largest count inside.</param>
/// <param name="Trials">Trials the counts are out of.</param>
public readonly record struct BinomialBand(long Lowest, long Highest, long Trials)
{
    /// <summary>Whether a count lies in the band, ends included.</summary>
    /// <param name="successes">The count.</param>
    public bool Contains(long successes) => successes >= Lowest && successes <= Highest;
}
