using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>The exact test of one proportion, R's <c>binom.test</c>. Its interval is <see cref="Binomial.ClopperPearson"/>.</summary>
/// <param name="TwoSidedPValue">Probability of all counts that are no more likely than the one seen, up to a relative error of 1e-7.</param>
/// <param name="OneSidedPValue">Probability of as many responders or more. R's "greater".</param>
/// <param name="OtherOneSidedPValue">Probability of as many responders or fewer. R's "less".</param>
/// <param name="Reason">Why there is no test; the p-values are then 1.</param>
public readonly record struct ExactBinomialTest(
    double TwoSidedPValue, double OneSidedPValue, double OtherOneSidedPValue, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Tests that the probability of a response is <paramref name="nullProbability"/>; in logarithmic time.</summary>
    /// <param name="responders">From 0 to <paramref name="patients"/>.</param>
    /// <param name="patients">0 or above.</param>
    /// <param name="nullProbability">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static ExactBinomialTest Of(long responders, long patients, double nullProbability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(responders);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(responders, patients);
        Require.Probability(nullProbability);
        return patients == 0
            ? new ExactBinomialTest(1.0, 1.0, 1.0, NotEstimable.NoPatients)
            : new ExactBinomialTest(
                TwoSided(responders, patients, nullProbability),
                Binomial.UpperTail(responders - 1, patients, nullProbability),
                Binomial.Cdf(responders, patients, nullProbability),
                NotEstimable.None);
    }

    private static double TwoSided(long x, long n, double p)
    {
        if (p is 0.0 or 1.0)
        {
            return x == (p == 0.0 ? 0 : n) ? 1.0 : 0.0;
        }

        double mean = n * p;
        if (x == mean)
        {
            return 1.0;
        }

        // Densities fall on either side of the mean, so the counts on the far side that are as unlikely are a tail.
        double limit = Binomial.Probability(x, n, p) * FisherExact.RelativeTie;
        if (x < mean)
        {
            long low = (long)Math.Ceiling(mean);
            long high = n + 1;
            while (low < high)
            {
                long middle = low + ((high - low) / 2);
                if (Binomial.Probability(middle, n, p) <= limit)
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            return Math.Min(1.0, Binomial.Cdf(x, n, p) + Binomial.UpperTail(low - 1, n, p));
        }
        else
        {
            long low = -1;
            long high = (long)Math.Floor(mean);
            while (low < high)
            {
                long middle = high - ((high - low) / 2);
                if (Binomial.Probability(middle, n, p) <= limit)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return Math.Min(1.0, Binomial.Cdf(low, n, p) + Binomial.UpperTail(x - 1, n, p));
        }
    }
}
