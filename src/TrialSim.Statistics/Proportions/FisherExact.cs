using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>
/// Fisher's exact test of two proportions and the conditional odds ratio, R's <c>fisher.test</c>. R finds its odds ratio and
/// limits to some 4 digits only; here they are exact.
/// </summary>
public static class FisherExact
{
    // Probabilities this close count as equal: R's convention.
    internal const double RelativeTie = 1.0 + 1e-7;

    // An odds ratio of exp(±700) is 0 or infinity for any table that fits a computer.
    private const double LargestLogOddsRatio = 700.0;

    // 16 kB. More tables than this come from trials whose tests are not done ten thousand times.
    private const int MaxOnStack = 2048;

    /// <summary>P-values, in time that grows with the smallest margin. Allocates nothing unless that is beyond some 2,000 patients.</summary>
    /// <param name="counts">Both arms.</param>
    public static FisherResult Test(TwoArmCounts counts)
    {
        if (counts.TestReason != NotEstimable.None)
        {
            return FisherResult.Without(counts.TestReason);
        }

        int tables = CountOfTables(counts, out int observed);
        Span<double> densities = tables <= MaxOnStack ? stackalloc double[tables] : new double[tables];
        FillDensities(counts, densities);
        double limit = densities[observed] * RelativeTie;
        double twoSided = 0.0;
        double below = 0.0;
        double above = 0.0;
        for (int i = 0; i < densities.Length; i++)
        {
            twoSided += densities[i] <= limit ? densities[i] : 0.0;
            below += i <= observed ? densities[i] : 0.0;
            above += i >= observed ? densities[i] : 0.0;
        }

        return new FisherResult(Math.Min(1.0, twoSided), Math.Min(1.0, above), Math.Min(1.0, below), NotEstimable.None);
    }

    /// <summary>The odds ratio, experimental over control, that makes the table's conditional mean what was seen; 0 or +∞ at the ends of its range.</summary>
    /// <param name="counts">Both arms.</param>
    public static ProportionContrast ConditionalOddsRatio(TwoArmCounts counts)
    {
        if (counts.TestReason != NotEstimable.None)
        {
            return ProportionContrast.Without(counts.TestReason);
        }

        double[] densities = Densities(counts, out int observed);
        return new ProportionContrast(
            observed == 0 ? 0.0
            : observed == densities.Length - 1 ? double.PositiveInfinity
            : Math.Exp(Bisection.RootOfFalling(
                logOddsRatio => observed - Mean(densities, logOddsRatio), -LargestLogOddsRatio, LargestLogOddsRatio)),
            NotEstimable.None);
    }

    /// <summary>The exact interval of the conditional odds ratio (Cornfield); from 0 to +∞ where there is no test.</summary>
    /// <param name="counts">Both arms.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public static Interval ConditionalOddsRatioInterval(TwoArmCounts counts, double confidence)
    {
        double tail = 0.5 * (1.0 - Require.InsideUnitInterval(confidence));
        if (counts.TestReason != NotEstimable.None)
        {
            return new Interval(0.0, double.PositiveInfinity);
        }

        double[] densities = Densities(counts, out int observed);
        double lower = observed == 0 ? 0.0 : Math.Exp(Bisection.RootOfFalling(
            logOddsRatio => tail - Share(densities, logOddsRatio, observed, densities.Length), -LargestLogOddsRatio, LargestLogOddsRatio));
        double upper = observed == densities.Length - 1 ? double.PositiveInfinity : Math.Exp(Bisection.RootOfFalling(
            logOddsRatio => Share(densities, logOddsRatio, 0, observed + 1) - tail, -LargestLogOddsRatio, LargestLogOddsRatio));
        return new Interval(lower, upper);
    }

    private static double[] Densities(TwoArmCounts counts, out int observed)
    {
        double[] densities = new double[CountOfTables(counts, out observed)];
        FillDensities(counts, densities);
        return densities;
    }

    /// <summary>How many tables have the same margins, and which of them, from 0, is the one seen.</summary>
    private static int CountOfTables(TwoArmCounts counts, out int observed)
    {
        long lowest = Hypergeometric.Lowest(counts.Patients - counts.Responders, counts.ExperimentalPatients);
        long highest = Hypergeometric.Highest(counts.Responders, counts.ExperimentalPatients);
        observed = (int)(counts.ExperimentalResponders - lowest);
        return (int)(highest - lowest + 1);
    }

    private static void FillDensities(TwoArmCounts counts, Span<double> densities) =>
        Hypergeometric.Fill(counts.Responders, counts.Patients - counts.Responders, counts.ExperimentalPatients, densities);

    private static double Mean(double[] densities, double logOddsRatio)
    {
        double largest = LargestLogWeight(densities, logOddsRatio);
        double sum = 0.0;
        double moment = 0.0;
        for (int i = 0; i < densities.Length; i++)
        {
            double weight = Math.Exp(Math.Log(densities[i]) + (i * logOddsRatio) - largest);
            sum += weight;
            moment += i * weight;
        }

        return moment / sum;
    }

    private static double Share(double[] densities, double logOddsRatio, int from, int to)
    {
        double largest = LargestLogWeight(densities, logOddsRatio);
        double sum = 0.0;
        double inside = 0.0;
        for (int i = 0; i < densities.Length; i++)
        {
            double weight = Math.Exp(Math.Log(densities[i]) + (i * logOddsRatio) - largest);
            sum += weight;
            inside += i >= from && i < to ? weight : 0.0;
        }

        return inside / sum;
    }

    private static double LargestLogWeight(double[] densities, double logOddsRatio)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < densities.Length; i++)
        {
            largest = Math.Max(largest, Math.Log(densities[i]) + (i * logOddsRatio));
        }

        return largest;
    }
}
