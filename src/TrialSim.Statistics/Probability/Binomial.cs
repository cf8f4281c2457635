namespace TrialSim.Statistics.Probability;

/// <summary>Counts of successes in independent trials.</summary>
public static class Binomial
{
    /// <summary>P(X = <paramref name="successes"/>), to some 14 digits for any number of trials. R's <c>dbinom</c>.</summary>
    /// <param name="successes">Any number; 0 outside 0 … <paramref name="trials"/>.</param>
    /// <param name="trials">0 or above.</param>
    /// <param name="probability">Of a success, from 0 to 1.</param>
    public static double Probability(long successes, long trials, double probability)
    {
        Require.Probability(probability);
        return successes < 0 || successes > trials ? 0.0
            : SaddlePoint.BinomialDensity(successes, trials - successes, probability, 1.0 - probability);
    }

    /// <summary>P(X ≤ <paramref name="successes"/>).</summary>
    /// <param name="successes">Any number.</param>
    /// <param name="trials">0 or above.</param>
    /// <param name="probability">Of a success, from 0 to 1.</param>
    public static double Cdf(long successes, long trials, double probability)
    {
        Require.Probability(probability);
        return successes < 0 ? 0.0
            : successes >= trials ? 1.0
            : IncompleteBeta.Lower(trials - successes, successes + 1, 1.0 - probability, probability);
    }

    /// <summary>P(X &gt; <paramref name="successes"/>), with its own digits when it is small.</summary>
    /// <param name="successes">Any number.</param>
    /// <param name="trials">0 or above.</param>
    /// <param name="probability">Of a success, from 0 to 1.</param>
    public static double UpperTail(long successes, long trials, double probability)
    {
        Require.Probability(probability);
        return successes < 0 ? 1.0
            : successes >= trials ? 0.0
            : IncompleteBeta.Lower(successes + 1, trials - successes, probability, 1.0 - probability);
    }

    /// <summary>Wilson's score interval of a probability; near its stated confidence on average.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 or more.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static Interval Wilson(long successes, long trials, double confidence)
    {
        RequireCounts(successes, trials);
        double z = Normal.TwoSidedCriticalValue(confidence);
        double estimate = (double)successes / trials;
        double shrinkage = z * z / trials;
        double centre = (estimate + (0.5 * shrinkage)) / (1.0 + shrinkage);
        double reach = z / (1.0 + shrinkage) * Math.Sqrt((estimate * (1.0 - estimate) / trials) + (0.25 * shrinkage / trials));

        // At the ends centre and reach are equal by algebra; rounding must not move the limit off the end.
        return new Interval(
            successes == 0 ? 0.0 : Math.Max(0.0, centre - reach),
            successes == trials ? 1.0 : Math.Min(1.0, centre + reach));
    }

    /// <summary>The exact interval of Clopper and Pearson; never below its stated confidence. R's <c>binom.test</c>.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 or more.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static Interval ClopperPearson(long successes, long trials, double confidence)
    {
        RequireCounts(successes, trials);
        double tail = 0.5 * (1.0 - Require.InsideUnitInterval(confidence));
        return new Interval(
            successes == 0 ? 0.0 : FallingRoot.Find(new LowerLimitExcess(successes, trials, tail), 0.0, 1.0),
            successes == trials ? 1.0 : FallingRoot.Find(new UpperLimitExcess(successes, trials, tail), 0.0, 1.0));
    }

    /// <summary>
    /// The counts that a statistical test should accept: a correct simulation leaves the band with probability at most
    /// <paramref name="falseAlarm"/>, at most half of it on either side.
    /// </summary>
    /// <param name="probability">Of a success in one trial, from 0 to 1.</param>
    /// <param name="trials">1 or more.</param>
    /// <param name="falseAlarm">Strictly between 0 and 1, such as 1e-6.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static BinomialBand Band(double probability, long trials, double falseAlarm)
    {
        RequireCounts(0, trials);
        double tail = 0.5 * Require.InsideUnitInterval(falseAlarm);
        long lowest = Smallest(trials, k => Cdf(k, trials, probability) > tail);
        long highest = Smallest(trials, k => UpperTail(k, trials, probability) <= tail);
        return new BinomialBand(lowest, highest, trials);
    }

    private static void RequireCounts(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }

    private readonly record struct LowerLimitExcess(long Successes, long Trials, double Tail) : IIntegrand
    {
        public double At(double x) => Tail - UpperTail(Successes - 1, Trials, x);
    }

    private readonly record struct UpperLimitExcess(long Successes, long Trials, double Tail) : IIntegrand
    {
        public double At(double x) => Cdf(Successes, Trials, x) - Tail;
    }

    /// <summary>The smallest count from 0 to <paramref name="trials"/> that holds, for a condition that stays true once it is.</summary>
    private static long Smallest(long trials, Func<long, bool> holds)
    {
        long low = 0;
        long high = trials;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (holds(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
