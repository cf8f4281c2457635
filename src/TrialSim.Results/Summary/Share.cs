using TrialSim.Statistics;
using TrialSim.Statistics.Probability;

namespace TrialSim.Results.Summary;

/// <summary>A share of replicates with its Monte Carlo error.</summary>
internal static class Share
{
    /// <summary>The 97.5 % quantile of the standard normal distribution.</summary>
    public static readonly double NormalQuantile975 = Normal.Quantile(0.975);

    /// <summary>Fills a row in with a share, its binomial standard error and the 95 % Wilson interval.</summary>
    public static OperatingCharacteristic Of(long count, long total, OperatingCharacteristic blank)
    {
        if (total == 0)
        {
            return blank;
        }

        double share = (double)count / total;
        Interval interval = Binomial.Wilson(count, total, 0.95);
        return blank with
        {
            Value = share,
            MonteCarloStandardError = total == 1 ? null : Math.Sqrt(share * (1 - share) / total), // One replicate shows nothing of its error.
            Lower = interval.Lower,
            Upper = interval.Upper,
            Replicates = total,
        };
    }
}
